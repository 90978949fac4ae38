/**
 * A client of the running system as any other program could be: tokens, HTTP, WebSocket.
 *
 * <p>Invariant: it uses public addresses and the public contract only. A request that may have had
 * an effect is not repeated.
 *
 * <p>Threading: {@link io.kucun.local.client.Tokens} and {@link io.kucun.local.client.Api} are safe
 * for all threads; frames of one subscription arrive one at a time. Imports nothing of ours.
 */
@NullMarked
package io.kucun.local.client;

import org.jspecify.annotations.NullMarked;
