-- oracle.lua (tests only, writes nothing): looks at the whole queue and names what is wrong.
--
-- KEYS: none.
-- ARGV: conversation...: all that exist
-- Returns { conv:waiting, violation... }: of the invariants
--         I1 a conversation with messages is in exactly one of ready, active, due, once; one without in none
--         I2 a lock exists only in active
--         I3 conv:waiting = ingress + the queues of all conversations

local call = redis.call
local answer = { tonumber(call('GET', 'conv:waiting') or '0') }

local function violation(...) answer[#answer + 1] = table.concat({ ... }) end

local ready = {}
for _, conversation in ipairs(call('LRANGE', 'conv:ready', 0, -1)) do
  ready[conversation] = (ready[conversation] or 0) + 1
end

local messages, places = call('LLEN', 'whatsapp-messages'), 0
for _, conversation in ipairs(ARGV) do
  local length = call('LLEN', 'conv:q:' .. conversation)
  local active = call('ZSCORE', 'conv:active', conversation)
  local due = call('ZSCORE', 'conv:due', conversation)
  local found = (ready[conversation] or 0) + (active and 1 or 0) + (due and 1 or 0)
  local wanted = length > 0 and 1 or 0
  messages, places = messages + length, places + found
  if found ~= wanted then
    violation('I1: ', conversation, ' has ', length, ' messages and is in ', found, ' places')
  end
  if not active and call('EXISTS', 'lock:jid:' .. conversation) == 1 then
    violation('I2: ', conversation, ' is locked and not active')
  end
end

local all_places = call('LLEN', 'conv:ready') + call('ZCARD', 'conv:active') + call('ZCARD', 'conv:due')
if all_places ~= places then violation('I1: ', all_places - places, ' places of unknown conversations') end
if answer[1] ~= messages then violation('I3: waiting is ', answer[1], ' but there are ', messages) end
return answer
