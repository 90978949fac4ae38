/**
 * What is given to Kubernetes: built by kustomize, checked against its schemas and against rules of
 * our own.
 *
 * <p>Invariant: each rule is tried on manifests that were tampered with, so that none is kept by
 * chance. Nothing here needs a cluster.
 */
@NullMarked
package io.kucun.local.manifests;

import org.jspecify.annotations.NullMarked;
