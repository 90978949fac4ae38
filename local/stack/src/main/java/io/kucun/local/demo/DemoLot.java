package io.kucun.local.demo;

/** A lot of a demo tile; pieces. */
record DemoLot(String colorCode, String productionDate, int quantity) {}
