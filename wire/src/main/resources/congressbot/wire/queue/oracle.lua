-- oracle.lua (for tests and fault runs, writes nothing): looks at the whole queue and names what is wrong.
--
-- KEYS, ARGV: none. It walks over all keys: not for a house at work.
-- Returns { conv:waiting, violation... }: of the invariants
--         I1 a conversation with messages is in exactly one of ready, active, due, once; one without in none
--         I2 a lock exists only in active
--         I3 conv:waiting = ingress + the queues of all conversations

local call = redis.call
local answer = { tonumber(call('GET', 'conv:waiting') or '0') }

local function violation(...) answer[#answer + 1] = table.concat({ ... }) end

local places, active, known = {}, {}, {}

local function found(conversation)
  known[conversation] = true
  places[conversation] = (places[conversation] or 0) + 1
end

for _, conversation in ipairs(call('LRANGE', 'conv:ready', 0, -1)) do found(conversation) end
for _, conversation in ipairs(call('ZRANGE', 'conv:due', 0, -1)) do found(conversation) end
for _, conversation in ipairs(call('ZRANGE', 'conv:active', 0, -1)) do
  found(conversation)
  active[conversation] = true
end
for _, key in ipairs(call('KEYS', 'conv:q:*')) do known[key:sub(#'conv:q:' + 1)] = true end

local messages = call('LLEN', 'whatsapp-messages')
for conversation in pairs(known) do
  local length = call('LLEN', 'conv:q:' .. conversation)
  local wanted = length > 0 and 1 or 0
  messages = messages + length
  if (places[conversation] or 0) ~= wanted then
    violation('I1: ', conversation, ' has ', length, ' messages and is in ', places[conversation] or 0, ' places')
  end
end
for _, key in ipairs(call('KEYS', 'lock:jid:*')) do
  local conversation = key:sub(#'lock:jid:' + 1)
  if not active[conversation] then violation('I2: ', conversation, ' is locked and not active') end
end
if answer[1] ~= messages then violation('I3: waiting is ', answer[1], ' but there are ', messages) end
return answer
