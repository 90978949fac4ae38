package io.kucun.inventory.stock;

import java.util.UUID;

/** Pieces that a line has taken from a lot. */
public record Allocation(int line, UUID lotId, long quantity) {}
