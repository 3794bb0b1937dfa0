-- unsaid.lua (gateway): what proactive.lua counted last was certainly not sent.
--
-- KEYS: none; writes gateway:number:{number}.
-- ARGV: number
-- Returns 1 counted back;
--         0 nothing is counted.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local number = 'gateway:number:' .. ARGV[1]
if tonumber(redis.call('HGET', number, 'said') or '0') < 1 then return 0 end
redis.call('HINCRBY', number, 'said', -1)
return 1
