-- renew.lua (worker, every second): extends the claims that a process holds.
--
-- KEYS: none, computed; common.lua stands before.
-- ARGV: lease in ms, then pairs of claim id, conversation
-- Returns { claim id... }: the lost ones. Their work must be abandoned: no send, no park.

local lost, lease_end = {}, now() + tonumber(ARGV[1])
for i = 2, #ARGV, 2 do
  local claim, conversation = ARGV[i], ARGV[i + 1]
  if call('GET', lock_of(conversation)) == claim then
    call('PEXPIRE', lock_of(conversation), LOCK_MS)
    call('ZADD', 'conv:active', 'XX', lease_end, conversation)
  else
    lost[#lost + 1] = claim
  end
end
return lost
