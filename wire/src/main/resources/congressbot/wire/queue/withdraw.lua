-- withdraw.lua (bot-api): a person answers instead: the reply with this key is not to be sent any more.
--
-- KEYS: none; writes sent:{key}.
-- ARGV: key, the word that stands for a message id, ms that it stands
-- Returns 'inflight': somebody is sending it, nothing was changed;
--         'sent:{message id}': it was sent;
--         'sent:{word}': it was withdrawn, now or before. reserve.lua answers with it as if it had been sent.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

local mark = 'sent:' .. ARGV[1]
local found = redis.call('GET', mark)
if found then
  return string.sub(found, 1, 9) == 'inflight:' and 'inflight' or found
end
redis.call('SET', mark, 'sent:' .. ARGV[2], 'PX', ARGV[3])
return 'sent:' .. ARGV[2]
