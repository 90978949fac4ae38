package io.kucun.inventory.architecture.planted.identity;

/** What an offender must not use. */
public class Target {}
