-- Lets one replica load a key under a stamp. A lease for another stamp is taken over: who reads now knows more.
-- KEYS: lease, entry. ARGV: stamp, holder, milliseconds, where the stamp stands in an entry ('' = load whatever is there).
-- Answers 1 if the lease is ours, 0 if it is another's, 2 if an entry with this stamp has come meanwhile.
local held = redis.call('GET', KEYS[1])
if held and string.sub(held, 1, #ARGV[1]) == ARGV[1] then
  return 0
end
if ARGV[4] ~= '' and redis.call('GETRANGE', KEYS[2], ARGV[4], ARGV[4] + #ARGV[1] - 1) == ARGV[1] then
  return 2
end
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
return 1
