-- report.lua (gateway): something happened at a channel, a receipt or the state of a session.
--
-- KEYS: none; writes gateway-events.
-- ARGV: the fact as JSON, limit of unread facts
-- Returns 1 recorded;
--         0 dropped: as many as the limit are unread. Receipts are worth less than the room for messages.
-- The facts of result.lua are not limited: there is at most one for each reply, and replies come from their reader.

redis.call('DEL', 'conv:shrink')  -- works at maxmemory, as in reserve.lua

if redis.call('LLEN', 'gateway-events') >= tonumber(ARGV[2]) then return 0 end
redis.call('RPUSH', 'gateway-events', ARGV[1])
return 1
