package io.kucun.inventory.architecture.planted.write;

/** What an offender must not use. */
public class Target {}
