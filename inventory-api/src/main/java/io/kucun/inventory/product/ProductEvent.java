package io.kucun.inventory.product;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * What subscribers of the channel are told.
 *
 * @param type {@code created}, {@code updated} or {@code archived}
 * @param product the product after the change
 */
@RegisterForReflection
record ProductEvent(
    String type,
    UUID id,
    String code,
    long version,
    String actor,
    Instant occurredAt,
    ProductView product) {}
