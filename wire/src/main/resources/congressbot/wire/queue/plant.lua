-- plant.lua (bot-api): from now on the marker stands where it was staked.
--
-- KEYS: none; writes conv:marker.
-- ARGV: id of the marker
-- Returns 1: it stands. Also when it stood before: the reply of the first call was lost;
--         0: its stake is gone, so Redis was wiped again; nothing was changed.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

if redis.call('HGET', 'conv:marker', 'id') ~= ARGV[1] then return 0 end
redis.call('HSETNX', 'conv:marker', 'number', 1)
return 1
