/**
 * What clients were told, held against what was published: finds gaps, repetitions and promises
 * that were not kept. Knows no sockets and no Redis.
 */
@NullMarked
package io.kucun.gateway.recovery;

import org.jspecify.annotations.NullMarked;
