/**
 * What a native image of the services would lack: resources that are not put into it, classes that
 * are looked into although nobody registers them, libraries that nobody has prepared for it.
 *
 * <p>Invariant: looks at what was compiled; nothing is compiled to an image here. Each check is
 * tried on something that it must find.
 */
@NullMarked
package io.kucun.local.image;

import org.jspecify.annotations.NullMarked;
