/** Tests of the package of the same name. */
@NullMarked
package io.kucun.gateway.access;

import org.jspecify.annotations.NullMarked;
