package io.kucun.inventory.architecture.planted.log;

/** What an offender must not use. */
public class Target {}
