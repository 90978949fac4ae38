/**
 * The packaged services, each started by itself: with a configuration that is wrong in one or
 * several ways, and with one that turns something on.
 *
 * <p>Invariant: the servers around them are real, so that what goes wrong is what would. Imports
 * {@code rig} and what that stands on.
 */
@NullMarked
package io.kucun.local.configuration;

import org.jspecify.annotations.NullMarked;
