/**
 * The description of the API, made when the service is built and never while it runs: what code
 * says (paths, bodies with their bounds, roles), what {@code openapi/described.yaml} says (words,
 * examples, query parameters, the form of answers) and what holds everywhere (tokens, problems,
 * headers).
 *
 * <p>Invariant: the document is the same in every way of running the service; {@code
 * docs/openapi.yaml} is a copy that a test compares. May import {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.openapi;
