/** The rules of the packages, and the proof that each can fail. */
@NullMarked
package io.kucun.local.architecture;

import org.jspecify.annotations.NullMarked;
