/**
 * The packaged services, each started with a configuration that is wrong in one or several ways.
 *
 * <p>Invariant: the servers around them are real, so that what goes wrong is what would. Imports
 * {@code rig} and what that stands on.
 */
@NullMarked
package io.kucun.local.configuration;

import org.jspecify.annotations.NullMarked;
