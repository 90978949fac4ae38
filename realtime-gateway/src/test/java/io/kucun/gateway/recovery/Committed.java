package io.kucun.gateway.recovery;

import io.kucun.gateway.envelope.Position;
import org.jspecify.annotations.Nullable;

/** One event as the relay has it, be it published yet or not. */
public record Committed(Position at, String key, @Nullable String owner, String text) {}
