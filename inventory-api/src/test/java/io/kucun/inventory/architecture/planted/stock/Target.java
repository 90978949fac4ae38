package io.kucun.inventory.architecture.planted.stock;

/** What an offender must not use. */
public class Target {}
