package io.kucun.gateway;

/** A channel with a long past. */
final class LongLog {

  /** As the relay of events does it, many at once. */
  private static final String FILL =
      """
      for i = 2, tonumber(ARGV[3]) do
        local event = '{"channel":"' .. ARGV[4] .. '","data":{},"ts":1,"offset":' .. i .. ',"epoch":"' .. ARGV[1]
            .. '","key":"k' .. (i % tonumber(ARGV[2])) .. '"}'
        redis.call('XADD', KEYS[1], i .. '-0', 'e', event)
        redis.call('SET', KEYS[2], ARGV[1] .. ':' .. i)
        if i == tonumber(ARGV[3]) then redis.call('PUBLISH', KEYS[3], event) end
      end\
      """;

  private LongLog() {}

  /** Fills a log behind its first event; each is of the entity {@code k(offset % keys)}. */
  static void fill(Publisher redis, String channel, String epoch, int keys, int events) {
    redis.command(
        "EVAL",
        FILL,
        "3",
        "kucun:log:" + channel,
        "kucun:pos:" + channel,
        "kucun:events:" + channel,
        epoch,
        Integer.toString(keys),
        Integer.toString(events),
        channel);
  }
}
