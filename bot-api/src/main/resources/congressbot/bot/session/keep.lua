-- keep.lua (bot-api): cache a snapshot unless a newer one is there.
-- KEYS: session key.  ARGV: version, snapshot as JSON, time to live in ms.
-- Returns 1 kept, 0 a newer version stays.
local old = redis.call('GET', KEYS[1])
if old then
  local ok, kept = pcall(cjson.decode, old)
  if ok and type(kept) == 'table' and tonumber(kept.version) and tonumber(kept.version) > tonumber(ARGV[1]) then
    return 0
  end
end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
