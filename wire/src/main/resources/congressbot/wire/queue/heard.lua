-- heard.lua (gateway): until then everything that a bridge told certainly arrived.
--
-- KEYS: none; writes gateway:heard:{bridge}.
-- ARGV: bridge, the moment in ms, ms that the mark lives
-- Returns 1 noted;
--         0 a later moment was noted before, nothing was changed. Several gateways may write, and a clock may jump.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local mark = 'gateway:heard:' .. ARGV[1]
local noted = redis.call('GET', mark)
if noted and tonumber(noted) >= tonumber(ARGV[2]) then return 0 end
redis.call('SET', mark, ARGV[2], 'PX', ARGV[3])
return 1
