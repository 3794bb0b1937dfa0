-- release.lua (gateway): the reply was certainly not sent; the next request need not wait until the reservation ends.
--
-- KEYS: none; deletes sent:{key}.
-- ARGV: key, nonce of this request
-- Returns 1 released;
--         0 the reservation is not this request's (any more), nothing was changed.

local mark = 'sent:' .. ARGV[1]
if redis.call('GET', mark) ~= 'inflight:' .. ARGV[2] then return 0 end
return redis.call('DEL', mark)
