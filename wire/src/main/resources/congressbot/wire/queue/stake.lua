-- stake.lua (bot-api): a new marker is going to be planted; until then none stands.
--
-- KEYS: none; writes conv:marker.
-- ARGV: id of the new marker
-- Returns 1: the old marker is gone, and plant.lua may follow.
-- Between the two, what was lost is brought back. If Redis is wiped once more meanwhile, the stake is gone with it.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

redis.call('DEL', 'conv:marker')
redis.call('HSET', 'conv:marker', 'id', ARGV[1])
return 1
