package io.kucun.inventory.architecture.planted.startup;

/** What an offender must not use. */
public class Target {}
