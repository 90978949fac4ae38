package io.kucun.inventory.architecture.planted.csv;

/** What an offender must not use. */
public class Target {}
