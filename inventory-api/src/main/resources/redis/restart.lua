-- Empties a channel's log, takes its position away and says who fills it, if the position is still the one that was seen.
-- KEYS: log, position. ARGV: position seen ('' = none), id '<offset before the first>-<term>', field, epoch.
-- Answers nothing when done, else what is there.
local position = redis.call('GET', KEYS[2]) or ''
if position ~= ARGV[1] then
  return position
end
local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
if position == '' and first and first[2][1] == ARGV[3] then
  -- A relay that lost its lease and does not know yet must not undo what its successor has filled.
  local theirs, ours = string.match(first[1], '%d+$'), string.match(ARGV[2], '%d+$')
  if #theirs > #ours or #theirs == #ours and theirs > ours then
    return 'filled by term ' .. theirs
  end
end
redis.call('UNLINK', KEYS[1], KEYS[2])
redis.call('XADD', KEYS[1], ARGV[2], ARGV[3], ARGV[4])
return false
