package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer to a change of one lot: the ledger row and the lot as it is now. */
@RegisterForReflection
record Posted(MovementView movement, LotView lot) {}
