/**
 * What stands in files of the repository, read by tests that compare it with what is so.
 *
 * <p>Invariant: nothing here knows what a file is about.
 */
@NullMarked
package io.kucun.local.documents;

import org.jspecify.annotations.NullMarked;
