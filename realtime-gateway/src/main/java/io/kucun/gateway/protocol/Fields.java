package io.kucun.gateway.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a text frame, of the right types but not yet a command.
 *
 * @param names every field that was there, known or not
 */
record Fields(
    Set<String> names,
    @Nullable String type,
    @Nullable CommandId id,
    @Nullable String channel,
    @Nullable List<String> channels,
    Map<String, Since> since,
    @Nullable String token) {}
