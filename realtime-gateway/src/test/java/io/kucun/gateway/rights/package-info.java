/**
 * What a client was sent, held against what it may be sent: each event must come while a grant
 * covers it, by the answers that came before it. Knows no sockets and no Redis.
 */
@NullMarked
package io.kucun.gateway.rights;

import org.jspecify.annotations.NullMarked;
