-- rescue.lua (bot-api): puts accepted messages back of which nothing is left in Redis.
--
-- KEYS: none; writes conv:waiting, whatsapp-messages.
-- ARGV: limit of conv:waiting, envelope...: oldest first
-- Returns how many were put back. A message may still be waiting while anything is in the ingress, or while its
--         conversation has a queue: then it is left out, and nothing is searched.
-- At maxmemory it fails with OOM and has written nothing, as enqueue.lua.

if redis.call('LLEN', 'whatsapp-messages') > 0 then return 0 end
if tonumber(redis.call('GET', 'conv:waiting') or '0') >= tonumber(ARGV[1]) then return 0 end

local strays = {}
for i = 2, #ARGV do
  local conversation = cjson.decode(ARGV[i]).conversation
  if redis.call('EXISTS', 'conv:q:' .. conversation) == 0 then strays[#strays + 1] = ARGV[i] end
end
if #strays == 0 then return 0 end

redis.call('INCRBY', 'conv:waiting', #strays)
for _, envelope in ipairs(strays) do redis.call('RPUSH', 'whatsapp-messages', envelope) end
return #strays
