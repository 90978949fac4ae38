package io.kucun.inventory.architecture.planted.order;

/** What an offender must not use. */
public class Target {}
