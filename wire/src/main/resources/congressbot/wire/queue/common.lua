-- common.lua: what claim, complete, park and renew share. The loader puts it in front of them; it is no script itself.
--
-- For one standalone Redis, not a Cluster: key names are computed. All times are milliseconds of Redis' own clock.
-- An envelope is a JSON object with the strings `id` and `conversation`; nothing else of it is looked at.

local ROUTE_MAX = 64          -- messages sorted into their conversations by one call
local PROMOTE_MAX = 200       -- conversations brought back by one call, of each kind
local LOCK_MS = 60000         -- life of a lock that nobody renews; the lease in conv:active ends long before
local FOREIGN_LOCK_MS = 1000  -- pause of a conversation that somebody else has locked
local SUSPECT_CLAIMS = 2      -- a head claimed so often when its lease ends may be killing the workers
local SUSPECT_MS = 400        -- distance between the returns of such conversations
local CAREFUL_CLAIMS = 2      -- after so many claims that failed a conversation gives one message at a time
local CAREFUL_S = 600         -- for so long after the last of them
local IDLE_MIN_MS, IDLE_MAX_MS = 5, 200
local DEAD_MAX = 10000        -- undecodable items kept
local BATCH_BYTES = 655360    -- envelopes of one claim together: ten of the largest fit
local DEDUPE_S = 6 * 3600
local ATTEMPT_S = 7 * 24 * 3600

local call = redis.call

-- At maxmemory Redis refuses a growing command only while a script has written nothing. This key never exists.
call('DEL', 'conv:shrink')

local function queue_of(conversation) return 'conv:q:' .. conversation end
local function lock_of(conversation) return 'lock:jid:' .. conversation end
local function dedupe_of(id) return 'dedupe:msg:' .. id end
local function attempts_of(id) return 'attempt:msg:' .. id end
local function failures_of(conversation) return 'failures:jid:' .. conversation end

local function now()
  local time = call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function text(value) return type(value) == 'string' and value ~= '' end

-- The envelope as a table, or nil when it cannot be routed.
local function decode(raw)
  local ok, message = pcall(cjson.decode, raw)
  if ok and type(message) == 'table' and text(message.id) and text(message.conversation) then return message end
  return nil
end

-- In this conversation: the same id in another one is a message of its own, which bot-api refuses.
local function finished(id, conversation) return call('GET', dedupe_of(id)) == conversation end

-- Messages that are no longer waiting.
local function leave(count)
  if count > 0 then call('DECRBY', 'conv:waiting', count) end
end

-- The first message of a conversation, raw and decoded; nil when there is none.
local function head_of(conversation)
  local raw = call('LINDEX', queue_of(conversation), 0)
  if not raw then return nil end
  return raw, decode(raw)
end

local function attempts(id) return tonumber(call('GET', attempts_of(id)) or '0') end

-- A claim ended badly, and any of its messages may be at fault. Attempts are counted on the head alone: without this,
-- each innocent message before the guilty one would fail with it once.
local function note_failure(conversation)
  call('INCR', failures_of(conversation))
  call('EXPIRE', failures_of(conversation), CAREFUL_S)
end

local function careful(conversation)
  return tonumber(call('GET', failures_of(conversation)) or '0') >= CAREFUL_CLAIMS
end

local function release(conversation)
  call('DEL', lock_of(conversation))
  call('ZREM', 'conv:active', conversation)
end

local function bury(raw)
  call('RPUSH', 'whatsapp-messages:dead', raw)
  call('LTRIM', 'whatsapp-messages:dead', -DEAD_MAX, -1)
  leave(1)
end

-- A conversation that got its first message: it waits for the rest of the burst, or is ready at once.
local function schedule(conversation, settle)
  if settle > 0 then
    call('ZADD', 'conv:due', now() + settle, conversation)
  else
    call('RPUSH', 'conv:ready', conversation)
  end
end

-- Sorts the ingress into the queues of the conversations. A queue that was empty stands in none of ready, due and
-- active, so its new length tells whether the conversation has to be scheduled, without a search.
local function route(settle)
  for _ = 1, ROUTE_MAX do
    local raw = call('LPOP', 'whatsapp-messages')
    if not raw then return end
    local message = decode(raw)
    if not message then
      bury(raw)
    elseif finished(message.id, message.conversation) then
      leave(1)
    else
      local length = call('RPUSH', queue_of(message.conversation), raw)
      if length == 1 then schedule(message.conversation, settle) end
    end
  end
end

-- Conversations whose pause is over: to the tail of ready.
local function promote_due(time)
  for _, conversation in ipairs(call('ZRANGEBYSCORE', 'conv:due', '-inf', time, 'LIMIT', 0, PROMOTE_MAX)) do
    call('ZREM', 'conv:due', conversation)
    call('RPUSH', 'conv:ready', conversation)
  end
end

-- Conversations whose owner fell silent: to the front of ready, the one that waits longest first. A head that was
-- claimed before may be what kills the workers: such conversations come back one after the other, so that the
-- innocent neighbours that died with it get a worker that lives.
local function take_back(time)
  local innocent, suspects = {}, 0
  for _, conversation in ipairs(call('ZRANGEBYSCORE', 'conv:active', '-inf', time, 'LIMIT', 0, PROMOTE_MAX)) do
    release(conversation)
    local _, head = head_of(conversation)
    note_failure(conversation)
    if head and attempts(head.id) >= SUSPECT_CLAIMS then
      suspects = suspects + 1
      call('ZADD', 'conv:due', time + suspects * SUSPECT_MS, conversation)
    else
      table.insert(innocent, 1, conversation)
    end
  end
  for _, conversation in ipairs(innocent) do call('LPUSH', 'conv:ready', conversation) end
end

-- The claim as the caller gets it: { conversation, claim, attempt, head, following... }. A head that was tried before
-- comes alone: attempts are counted on the head, and a neighbour in the batch may be the one at fault; so does every
-- head of a conversation whose claims fail again and again. The batch ends before a message that is finished, or that it holds already, or with which it would be too long for one call.
local function batch(conversation, claim, head_raw, head, max)
  local attempt = math.max(1, attempts(head.id))  -- none is left when the same id was finished in another conversation
  local reply, seen, bytes = { conversation, claim, attempt, head_raw }, { [head.id] = true }, #head_raw
  if attempt > 1 or max == 1 or careful(conversation) then return reply end
  for _, raw in ipairs(call('LRANGE', queue_of(conversation), 1, max - 1)) do
    local id = decode(raw).id
    if seen[id] or finished(id, conversation) then break end
    bytes = bytes + #raw
    if bytes > BATCH_BYTES then break end
    seen[id] = true
    reply[#reply + 1] = raw
  end
  return reply
end

-- The claim that this id holds already because the reply was lost on the way, or nil. The attempt is not raised.
local function find_again(claim, lease, max)
  for _, conversation in ipairs(call('ZRANGE', 'conv:active', 0, -1)) do
    if call('GET', lock_of(conversation)) == claim then
      call('PEXPIRE', lock_of(conversation), LOCK_MS)
      call('ZADD', 'conv:active', now() + lease, conversation)
      local raw, head = head_of(conversation)
      return batch(conversation, claim, raw, head, max)
    end
  end
  return nil
end

-- The first unfinished message; finished ones before it were sent twice and are dropped.
local function unfinished_head_of(conversation)
  local raw, head = head_of(conversation)
  while raw and finished(head.id, conversation) do
    call('LPOP', queue_of(conversation))
    leave(1)
    raw, head = head_of(conversation)
  end
  return raw, head
end

-- A new claim of the conversation that is ready longest, or nil. A foreign lock puts it off, never away.
local function take(claim, lease, max)
  while true do
    local conversation = call('LPOP', 'conv:ready')
    if not conversation then return nil end
    if not call('SET', lock_of(conversation), claim, 'NX', 'PX', LOCK_MS) then
      call('ZADD', 'conv:due', now() + FOREIGN_LOCK_MS, conversation)
    else
      local raw, head = unfinished_head_of(conversation)
      if raw then
        call('ZADD', 'conv:active', now() + lease, conversation)
        call('INCR', attempts_of(head.id))
        call('EXPIRE', attempts_of(head.id), ATTEMPT_S)
        return batch(conversation, claim, raw, head, max)
      end
      call('DEL', lock_of(conversation))
    end
  end
end

-- Everything between two claims: sort, bring back, take. Nil when nothing is ready.
local function next_claim(claim, lease, max, settle, again)
  route(settle)
  local time = now()
  promote_due(time)
  take_back(time)
  return again and find_again(claim, lease, max) or take(claim, lease, max)
end

-- How long the caller may wait when nothing is ready: until the next pause or lease ends. A length of time and not a
-- moment, so the caller's clock does not matter.
local function idle_ms()
  local wait = IDLE_MAX_MS
  for _, key in ipairs({ 'conv:due', 'conv:active' }) do
    local first = call('ZRANGE', key, 0, 0, 'WITHSCORES')
    if first[2] then wait = math.min(wait, tonumber(first[2]) - now()) end
  end
  return math.max(wait, IDLE_MIN_MS)
end
