/** Makes what no client should send, at random but repeatably. Knows no sockets. */
@NullMarked
package io.kucun.gateway.fuzz;

import org.jspecify.annotations.NullMarked;
