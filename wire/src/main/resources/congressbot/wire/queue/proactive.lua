-- proactive.lua (gateway): may this number of ours say one thing more that nobody asked for? If so, it is counted.
--
-- KEYS: none; writes gateway:number:{number}.
-- ARGV: number, the caller's ms, how many things a day on the first day of the number, on the second, ...; the last
--       holds for ever
-- Returns 'go': yes;
--         'limited:{ms}': the channel lets it write to nobody new until then;
--         'spent:{ms}': the day's share is said; a new day begins then. A day is 24 h from the first thing said in it.

local DAY_MS = 86400000

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local number = 'gateway:number:' .. ARGV[1]
local now = tonumber(ARGV[2])
redis.call('HSETNX', number, 'since', ARGV[2])
local held = redis.call('HMGET', number, 'since', 'day', 'said', 'limited')

local limited = tonumber(held[4] or '0')
if limited > now then return 'limited:' .. held[4] end

local age = math.floor((now - tonumber(held[1])) / DAY_MS)
local share = tonumber(ARGV[3 + math.max(0, math.min(age, #ARGV - 3))])
local day, said = tonumber(held[2] or '0'), tonumber(held[3] or '0')
if now >= day + DAY_MS or now < day then
  day, said = now, 0
  redis.call('HSET', number, 'day', ARGV[2])
end
if said >= share then return 'spent:' .. string.format('%.0f', day + DAY_MS) end
redis.call('HSET', number, 'said', said + 1)
return 'go'
