-- linked.lua (gateway): this phone number is linked under the name of a number of ours. Another one than before is new
-- to WhatsApp's eyes, whatever we call it.
--
-- KEYS: none; writes gateway:number:{number}.
-- ARGV: number, the phone number behind it, the caller's ms
-- Returns 1 another phone number stands behind it now: its age, its day and its limits begin anew;
--         0 it is the one that is known, or the first.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local number = 'gateway:number:' .. ARGV[1]
local before = redis.call('HGET', number, 'phone')
if before == ARGV[2] then return 0 end
if before then redis.call('DEL', number) end
redis.call('HSET', number, 'phone', ARGV[2])
redis.call('HSETNX', number, 'since', ARGV[3])
return before and 1 or 0
