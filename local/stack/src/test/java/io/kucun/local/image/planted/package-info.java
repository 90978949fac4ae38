/** Breaks the rules of the package above on purpose. */
@NullMarked
package io.kucun.local.image.planted;

import org.jspecify.annotations.NullMarked;
