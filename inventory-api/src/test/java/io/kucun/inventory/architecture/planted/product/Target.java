package io.kucun.inventory.architecture.planted.product;

/** What an offender must not use. */
public class Target {}
