/**
 * The catalogue: products, their codes and what they look like.
 *
 * <p>Invariants: a code is unique ignoring case and stays taken; every change of a product is one
 * transaction with one {@code products} event. Stateless. May import {@code csv}, {@code write},
 * {@code cache}, {@code events} and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.product;
