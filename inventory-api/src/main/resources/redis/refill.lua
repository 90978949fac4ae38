-- Appends events to a log that is being filled, silently. With a position it also ends the filling.
-- KEYS: log, position. ARGV: id that names who fills, id of the last entry, position ('' = goes on), then entry id and envelope of each.
-- Answers nothing when done, else what is there.
local position = redis.call('GET', KEYS[2])
if position then
  return position
end
local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if not first or first[1] ~= ARGV[1] or last[1] ~= ARGV[2] then
  return first and first[1] .. ' to ' .. last[1] or ''
end
for i = 4, #ARGV, 2 do
  redis.call('XADD', KEYS[1], ARGV[i], 'e', ARGV[i + 1])
end
if ARGV[3] ~= '' then
  redis.call('XDEL', KEYS[1], ARGV[1])
  redis.call('SET', KEYS[2], ARGV[3])
end
return false
