/**
 * How the service comes up: the environment is checked first, then the database is migrated as soon
 * as it is there, then events flow. Says which part is missing, once per change, and is ready when
 * none is.
 *
 * <p>Invariant: a part that is missing at start delays readiness, never the start. May import every
 * package.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.startup;
