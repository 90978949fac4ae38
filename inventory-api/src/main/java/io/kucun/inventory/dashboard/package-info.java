/**
 * The pages: the files that {@code dashboard/} is built into, served at {@code /} with what a
 * browser is to hold them to.
 *
 * <p>Invariants: only what the build lists is served, and nothing by a path that a client makes up;
 * a page may run and reach nothing but this service, the issuer and the gateway; a file whose name
 * carries its digest never changes. Read once at start and immutable from then on. Imports no other
 * package of the service.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.dashboard;
