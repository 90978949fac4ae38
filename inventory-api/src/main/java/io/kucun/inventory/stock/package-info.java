/**
 * Stock: lots, the ledger and what may be taken from them.
 *
 * <p>Invariants: on every lot quantity ≥ reserved ≥ 0; each change is one ledger row with one
 * {@code inventory} event in the same transaction, so that the ledger always sums up to the lot.
 * One lock order everywhere: the products' totals by id, then missing lots in natural-key order,
 * then lots by id. Whoever holds a product's totals is alone with its lots. May import {@code
 * product}, {@code csv}, {@code write}, {@code cache}, {@code events} and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.stock;
