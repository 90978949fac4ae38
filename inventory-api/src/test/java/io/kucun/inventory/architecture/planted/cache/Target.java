package io.kucun.inventory.architecture.planted.cache;

/** What an offender must not use. */
public class Target {}
