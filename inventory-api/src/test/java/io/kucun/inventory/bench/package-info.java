/**
 * The read cache behind nothing but an HTTP server, to be measured. Not in the package: there,
 * nothing is read without a token.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.bench;
