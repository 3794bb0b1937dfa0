-- complete.lua (worker): the first messages of a claim are finished; gives the conversation back and takes the next.
--
-- KEYS: none, computed; common.lua stands before.
-- ARGV: claim id, conversation
--       claim id of the next claim; lease, most messages, settle window, again: as of claim.lua,
--       but most messages = 0 takes no further claim
--       id...: what is finished, in the order of the queue; what is left of the claim becomes ready again
-- Returns { removed } or { removed, next claim as of claim.lua }.
--         removed = 0 also when the claim was lost, or when this is the repetition of a call whose reply was lost:
--         then nothing is changed, and with again = 1 the same next claim comes back.

local claim, conversation, next_id = ARGV[1], ARGV[2], ARGV[3]
local lease, max, settle, again = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7] == '1'
local FIRST_ID = 8

-- Removes the head if it is this message.
local function finish(id)
  local _, head = head_of(conversation)
  if not head or head.id ~= id then return false end
  call('LPOP', queue_of(conversation))
  call('SET', dedupe_of(id), conversation, 'EX', DEDUPE_S)
  call('DEL', attempts_of(id))
  return true
end

local removed = 0
if call('GET', lock_of(conversation)) == claim then
  for i = FIRST_ID, #ARGV do
    if not finish(ARGV[i]) then break end
    removed = removed + 1
  end
  leave(removed)
  release(conversation)
  local more = call('EXISTS', queue_of(conversation)) == 1
  if more then call('RPUSH', 'conv:ready', conversation) end
end

if max == 0 then return { removed } end
return { removed, next_claim(next_id, lease, max, settle, again) }
