-- drained.lua (bot-api): removes facts that are committed in PostgreSQL.
--
-- KEYS: none; writes gateway-events.
-- ARGV: fact...: as they were read, oldest first
-- Returns the number removed. It compares, so that a late or second call removes nothing that nobody has read;
-- a plain LTRIM by a reader that was paused would. (A fact with the very same text says the same and is stored.)

local removed = 0
for i = 1, #ARGV do
  if redis.call('LINDEX', 'gateway-events', 0) ~= ARGV[i] then break end
  redis.call('LPOP', 'gateway-events')
  removed = removed + 1
end
return removed
