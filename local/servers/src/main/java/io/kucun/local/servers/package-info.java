/**
 * Real PostgreSQL and Redis as child processes, from executables that Maven downloads.
 *
 * <p>{@link io.kucun.local.servers.PostgresServer} and {@link io.kucun.local.servers.RedisServer}
 * start on a given port with a given directory. {@link io.kucun.local.servers.LocalServers} is the
 * one set of a JVM that tests and dev mode use; the config source of this package supplies its
 * addresses.
 *
 * <p>Invariant: a process is signalled only if its pid, its start time and its command are those of
 * the process that was started. Whatever a killed JVM left behind is reaped at the next start.
 *
 * <p>Threading: a server object belongs to one thread; {@code LocalServers} is safe for all, and
 * for several class loaders. Imports the JDK, SmallRye Config and Commons Compress only.
 */
@NullMarked
package io.kucun.local.servers;

import org.jspecify.annotations.NullMarked;
