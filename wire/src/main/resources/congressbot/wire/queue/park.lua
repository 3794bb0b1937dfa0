-- park.lua (worker): gives a conversation back unfinished; it comes back after a pause and holds up nobody else.
--
-- KEYS: none, computed; common.lua stands before.
-- ARGV: claim id, conversation, pause in ms,
--       counted: 1 = the message is to blame, the attempt stays counted; 0 = a neighbour is down, it is taken back
-- Returns 1 parked;
--         0 the claim is lost (or parked before: a repetition does no harm), nothing was changed.

local claim, conversation, pause, counted = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4] == '1'

if call('GET', lock_of(conversation)) ~= claim then return 0 end

local _, head = head_of(conversation)
if counted then
  note_failure(conversation)
elseif attempts(head.id) > 0 then
  call('DECR', attempts_of(head.id))
end
release(conversation)
call('ZADD', 'conv:due', now() + pause, conversation)
return 1
