-- Publishes one event, if it is the next one of its channel.
-- KEYS: log, position. ARGV: position before, position after, entry id, envelope, longest log, pub/sub channel.
-- Answers nothing when done, else the position that is there ('' = none).
local position = redis.call('GET', KEYS[2])
if position ~= ARGV[1] then
  return position or ''
end
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], ARGV[3], 'e', ARGV[4])
redis.call('SET', KEYS[2], ARGV[2])
redis.call('PUBLISH', ARGV[6], ARGV[4])
return false
