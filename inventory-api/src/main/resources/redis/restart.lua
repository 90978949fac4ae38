-- Empties a channel's log and sets its position, if that is still the one that was seen.
-- KEYS: log, position. ARGV: position seen ('' = none or unreadable), new position.
-- Answers nothing when done, else the position that is there.
local position = redis.call('GET', KEYS[2])
local readable = position and string.match(position, '^.+:%d+$')
if (readable or '') ~= ARGV[1] then
  return position or ''
end
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[2], ARGV[2])
return false
