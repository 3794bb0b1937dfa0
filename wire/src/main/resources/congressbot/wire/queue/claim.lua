-- claim.lua (worker): takes the next conversation that has work and no owner.
--
-- KEYS: none, computed; common.lua stands before.
-- ARGV: claim id, new and random for every claim
--       lease in ms, until others may take the conversation unless the claim is renewed
--       most messages of one claim, at least 1; fewer when they would be more than 640 KiB
--       settle window in ms, of a conversation whose first message arrives; 0 = none
--       again: 1 = the reply of an earlier call with this id was lost, so return the claim it got; else 0
-- Returns { conversation, claim id, attempt, envelope... }: its heads, oldest first; a single one when attempt > 1;
--         or an integer, nothing is ready: ms to wait, 5 to 200.

local claim, lease, max = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local settle, again = tonumber(ARGV[4]), ARGV[5] == '1'

return next_claim(claim, lease, max, settle, again) or idle_ms()
