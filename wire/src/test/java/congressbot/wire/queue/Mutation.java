package congressbot.wire.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Plausible mistakes in the scripts, each made by replacing text of the real ones.
enum Mutation {
    COMPLETE_WITHOUT_LOCK_CHECK,
    EXPIRY_KEEPS_THE_LOCK,
    REST_NOT_READY_AGAIN,
    BATCH_NOT_CUT,
    DEDUPE_AT_ROUTING,
    READY_WITHOUT_LENGTH_CHECK,
    AGAIN_IGNORED,
    PARK_WITHOUT_LOCK_CHECK,
    RENEW_WITHOUT_LOCK_CHECK,
    SUSPECT_NOT_ALONE;

    /// The scripts with this mistake.
    ///
    /// @throws IllegalStateException when the text to be replaced is not there: a mutation never does nothing
    UnaryOperator<String> sources() {
        Map<String, String> changed = new HashMap<>();
        for (Edit edit : edits()) {
            changed.put(edit.file(), edit.apply(Scripts.resource(edit.file())));
        }
        return file -> changed.getOrDefault(file, Scripts.resource(file));
    }

    /// At most one for each file.
    private List<Edit> edits() {
        return switch (this) {
            case COMPLETE_WITHOUT_LOCK_CHECK ->
                List.of(new Edit(
                        "complete.lua", "if call('GET', lock_of(conversation)) == claim then", "if true then"));
            case EXPIRY_KEEPS_THE_LOCK ->
                List.of(new Edit(
                        "common.lua",
                        "    release(conversation)\n    local _, head",
                        "    call('ZREM', 'conv:active', conversation)\n    local _, head"));
            case REST_NOT_READY_AGAIN ->
                List.of(new Edit("complete.lua", "if more then call('RPUSH', 'conv:ready', conversation) end", ""));
            case BATCH_NOT_CUT ->
                List.of(new Edit("common.lua", "if seen[id] or finished(id, conversation) then break end", ""));
            case DEDUPE_AT_ROUTING ->
                List.of(
                        new Edit(
                                "common.lua",
                                "      local length =",
                                "      call('SET', dedupe_of(message.id), message.conversation, 'EX', DEDUPE_S)\n      local length ="),
                        new Edit("complete.lua", "call('SET', dedupe_of(id), conversation, 'EX', DEDUPE_S)", ""));
            case READY_WITHOUT_LENGTH_CHECK ->
                List.of(new Edit("common.lua", "if length == 1 then schedule", "if true then schedule"));
            case AGAIN_IGNORED ->
                List.of(new Edit("common.lua", "again and find_again(claim, lease, max) or take", "take"));
            case PARK_WITHOUT_LOCK_CHECK ->
                List.of(new Edit("park.lua", "if call('GET', lock_of(conversation)) ~= claim then return 0 end", ""));
            case RENEW_WITHOUT_LOCK_CHECK ->
                List.of(new Edit("renew.lua", "if call('GET', lock_of(conversation)) == claim then", "if true then"));
            case SUSPECT_NOT_ALONE -> List.of(new Edit("common.lua", "attempt > 1 or max == 1", "max == 1"));
        };
    }

    private record Edit(String file, String old, String replacement) {
        String apply(String text) {
            if (!text.contains(old)) {
                throw new IllegalStateException("not found in " + file + ": " + old);
            }
            return text.replace(old, replacement);
        }
    }
}
