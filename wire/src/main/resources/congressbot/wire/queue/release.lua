-- release.lua (gateway): this request certainly did not send the reply; the next one need not wait until the reservation
-- ends.
--
-- KEYS: none; deletes sent:{key}, and tried:{key} when no request before this one left it.
-- ARGV: key, nonce of this request
-- Returns 1 released;
--         0 the reservation is not this request's (any more), nothing was changed.

local mark = 'sent:' .. ARGV[1]
if redis.call('GET', mark) ~= 'inflight:' .. ARGV[2] then return 0 end

local tried = 'tried:' .. ARGV[1]
local nonce = string.match(redis.call('GET', tried) or '', '^%d+:(.*)$')
if nonce == ARGV[2] then redis.call('DEL', tried) end
return redis.call('DEL', mark)
