-- enqueue.lua (gateway, bot-api): accepts all messages of one webhook call, or none.
--
-- KEYS: none; writes conv:waiting, whatsapp-messages.
-- ARGV: limit of conv:waiting
--       marked: 1 = only while the marker of bot-api stands; 0 = always
--       envelope...
-- Returns 1 accepted: they are in Redis, the webhook may be answered with 200;
--         0 busy: as many as the limit are waiting already, nothing was written;
--        -1 unsafe: no marker stands. What was accepted before is lost and has to come back first; nothing was written.
-- At maxmemory it fails with OOM and has written nothing: the first write is one that grows, on purpose.

local FIRST = 3

if ARGV[2] == '1' and redis.call('HEXISTS', 'conv:marker', 'number') == 0 then return -1 end
local waiting = tonumber(redis.call('GET', 'conv:waiting') or '0')
if waiting >= tonumber(ARGV[1]) then return 0 end

redis.call('INCRBY', 'conv:waiting', #ARGV - FIRST + 1)
for i = FIRST, #ARGV do redis.call('RPUSH', 'whatsapp-messages', ARGV[i]) end
return 1
