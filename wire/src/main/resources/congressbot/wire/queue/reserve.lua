-- reserve.lua (gateway): may the reply with this key be sent now?
--
-- KEYS: none; writes sent:{key}, tried:{key}.
-- ARGV: key, nonce of this request, ms that the reservation lives
-- Returns 'go': send it. Also when this very nonce holds the reservation: the reply of the first call was lost;
--         'tried:{ms}': send it, but look first: an earlier request began to send it at this ms of Redis' clock and
--                       never told how it ended. Perhaps the person has it;
--         'inflight': another request is sending it;
--         'sent:{message id}': it was sent.

-- The relay of bot-api repeats a reply for 24 hours.
local TRIED_S = 90000

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

local tried = 'tried:' .. ARGV[1]
local first = redis.call('GET', tried)
if not first then
  local now = redis.call('TIME')
  local ms = string.format('%.0f', now[1] * 1000 + math.floor(now[2] / 1000))
  redis.call('SET', tried, ms .. ':' .. ARGV[2], 'EX', TRIED_S)
  return 'go'
end
local ms, nonce = string.match(first, '^(%d+):(.*)$')
return nonce == ARGV[2] and 'go' or 'tried:' .. ms
