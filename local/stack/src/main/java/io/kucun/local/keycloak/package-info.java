/**
 * A real Keycloak without Docker: unpacked and built once, started with a realm from a file.
 *
 * <p>Invariant: the built distribution in the cache is shared and never written to after it is
 * complete; what a running server writes is in a home directory of its own that links to it.
 *
 * <p>Threading: stateless; a file lock lets one process build. May import {@code servers}.
 */
@NullMarked
package io.kucun.local.keycloak;

import org.jspecify.annotations.NullMarked;
