-- limited.lua (gateway): the channel lets a number of ours write to nobody new, and does not say for how long. The pause
-- doubles each time that it is still so at the pause's end.
--
-- KEYS: none; writes gateway:number:{number}.
-- ARGV: number, the caller's ms, ms of the first pause, of the longest one, and after whose end so many ms without a
--       limit the next pause is a first one again
-- Returns 'begun:{ms}': a pause begins, until then;
--         'goes-on:{ms}': this is known, nothing was changed.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local number = 'gateway:number:' .. ARGV[1]
local now, first, longest, forgotten = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local held = redis.call('HMGET', number, 'limited', 'pause')
local before = tonumber(held[1] or '0')
if before > now then return 'goes-on:' .. held[1] end

local lately = before > 0 and now - before < forgotten
local pause = lately and math.min(longest, 2 * tonumber(held[2] or '0')) or first
local limited = string.format('%.0f', now + pause)
redis.call('HSET', number, 'limited', limited, 'pause', string.format('%.0f', pause))
return 'begun:' .. limited
