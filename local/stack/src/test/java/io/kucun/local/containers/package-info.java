/**
 * The images, the compose file, and the environment variables that these and the manifests for
 * Kubernetes give to the services.
 *
 * <p>Invariant: nothing here needs a container engine.
 */
@NullMarked
package io.kucun.local.containers;

import org.jspecify.annotations.NullMarked;
