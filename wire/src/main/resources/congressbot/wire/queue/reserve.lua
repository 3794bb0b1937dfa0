-- reserve.lua (gateway): may the reply with this key be sent now?
--
-- KEYS: none; writes sent:{key}.
-- ARGV: key, nonce of this request, ms that the reservation lives
-- Returns 'go': send it. Also when this very nonce holds the reservation: the reply of the first call was lost;
--         'inflight': another request is sending it;
--         'sent:{message id}': it was sent.

-- At maxmemory Redis refuses a growing command only while a script has written nothing: without this, no reply
-- leaves and the queue never drains.
redis.call('DEL', 'conv:shrink')

local mark = 'sent:' .. ARGV[1]
local mine = 'inflight:' .. ARGV[2]

local found = redis.call('GET', mark)
if found and found ~= mine then
  local inflight = string.sub(found, 1, 9) == 'inflight:'
  return inflight and 'inflight' or found
end
redis.call('SET', mark, mine, 'PX', ARGV[3])
return 'go'
