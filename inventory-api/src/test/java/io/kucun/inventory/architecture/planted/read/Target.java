package io.kucun.inventory.architecture.planted.read;

/** What an offender must not use. */
public class Target {}
