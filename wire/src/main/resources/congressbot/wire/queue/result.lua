-- result.lua (gateway): the channel accepted the reply. Repeat it until it answers.
--
-- KEYS: none; writes sent:{key}, gateway-events; deletes tried:{key}.
-- ARGV: key, the channel's message id, the fact as JSON
-- Returns 1 recorded: the mark and the fact;
--         0 it was recorded before, no second fact.

local SENT_S = 3600

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local mark = 'sent:' .. ARGV[1]
local found = redis.call('GET', mark)
if found and string.sub(found, 1, 5) == 'sent:' then return 0 end
redis.call('SET', mark, 'sent:' .. ARGV[2], 'EX', SENT_S)
redis.call('DEL', 'tried:' .. ARGV[1])
redis.call('RPUSH', 'gateway-events', ARGV[3])
return 1
