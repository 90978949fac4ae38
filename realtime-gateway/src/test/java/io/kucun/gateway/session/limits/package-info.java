/** Tests of the package of the same name. */
@NullMarked
package io.kucun.gateway.session.limits;

import org.jspecify.annotations.NullMarked;
