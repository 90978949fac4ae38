/**
 * What the tests of every module share.
 *
 * <p>Invariant: a test runs the same code at every size; only numbers differ. Stateless, safe for
 * all threads. Imports nothing of ours.
 */
@NullMarked
package io.kucun.local.testing;

import org.jspecify.annotations.NullMarked;
