package io.kucun.inventory.architecture.planted.dashboard;

/** What an offender must not use. */
public class Target {}
