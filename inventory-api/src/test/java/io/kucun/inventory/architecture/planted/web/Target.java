package io.kucun.inventory.architecture.planted.web;

/** What an offender must not use. */
public class Target {}
