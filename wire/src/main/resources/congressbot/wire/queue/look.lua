-- look.lua (bot-api): is this still the Redis that we know? Raises the number of the marker.
--
-- KEYS: none; writes conv:marker.
-- ARGV: id that the marker has to have, the number that the caller saw last (0 = none yet)
-- Returns the new number, at least 2: it stands;
--          0 there is no marker, or it is only staked: Redis was wiped;
--         -1 it has another id: another Redis, or somebody planted a new one;
--         -2 its number is smaller than the one seen: an older state came back, nothing was changed.
-- Others raise the number too, so only growth says that nothing is missing.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local found = redis.call('HMGET', 'conv:marker', 'id', 'number')
if not found[1] then return 0 end
if found[1] ~= ARGV[1] then return -1 end
if not found[2] then return 0 end
if tonumber(found[2]) < tonumber(ARGV[2]) then return -2 end
return redis.call('HINCRBY', 'conv:marker', 'number', 1)
