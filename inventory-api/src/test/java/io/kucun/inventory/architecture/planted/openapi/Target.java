package io.kucun.inventory.architecture.planted.openapi;

/** What an offender must not use. */
public class Target {}
