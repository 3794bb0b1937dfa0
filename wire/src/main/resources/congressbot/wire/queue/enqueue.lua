-- enqueue.lua (gateway): accepts all messages of one webhook call, or none.
--
-- KEYS: none; writes conv:waiting, whatsapp-messages.
-- ARGV: limit of conv:waiting, envelope...
-- Returns 1 accepted: they are in Redis, the webhook may be answered with 200;
--         0 busy: as many as the limit are waiting already, nothing was written.
-- At maxmemory it fails with OOM and has written nothing: the first write is one that grows, on purpose.

local waiting = tonumber(redis.call('GET', 'conv:waiting') or '0')
if waiting >= tonumber(ARGV[1]) then return 0 end

redis.call('INCRBY', 'conv:waiting', #ARGV - 1)
for i = 2, #ARGV do redis.call('RPUSH', 'whatsapp-messages', ARGV[i]) end
return 1
