/**
 * What a cached read costs, beside the same read in Node and a static file from nginx: the servers,
 * the load, the account of their processor time.
 *
 * <p>Invariant: every answer is checked, and one that is not as expected ends the bench: what is
 * measured is what was meant. Figures of one run are compared with each other only, and all
 * contestants take turns within it.
 *
 * <p>Threading: one thread makes the load; the servers are processes of their own and end with this
 * one. May import {@code servers}, {@code stack}, {@code rig} and {@code client}.
 */
@NullMarked
package io.kucun.local.bench;

import org.jspecify.annotations.NullMarked;
