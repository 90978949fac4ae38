-- Stores an entry and ends its lease, unless another replica has taken the lease over since.
-- KEYS: entry, lease. ARGV: stamp and holder of the lease, the entry ('' = nothing to store), milliseconds.
local held = redis.call('GET', KEYS[2])
if held and held ~= ARGV[1] then
  return 0
end
if ARGV[2] ~= '' then
  if held then
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  else
    -- The lease is over: what lies there may be from somebody who knew more.
    redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3], 'NX')
  end
end
redis.call('DEL', KEYS[2])
return 1
