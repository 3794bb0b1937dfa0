package congressbot.dev.sabotage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A mistake that somebody could make in the queue or around it. Planted into our processes, it must be found by what
/// looks for lost and repeated messages.
public enum Bug {
    POP_THEN_DEDUPE("a message leaves the queue when it is claimed"),
    DEDUPE_AT_CLAIM("a message counts as finished when it is claimed"),
    ACK_BEFORE_COMMIT("a message is finished before its effect is stored"),
    RENEWAL_WITHOUT_LOCK("a lease is renewed for somebody who has lost it"),
    EXPIRY_KEEPS_LOCK("a lease that ended is given away without its lock"),
    STORED_COUNT("the length of an old batch is applied to a new one"),
    SEND_BEFORE_COMMIT("a reply is sent before its turn is stored");

    private final String text;

    Bug(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /// Where it sits.
    Map<Cut, Hook> hooks() {
        return switch (this) {
            case POP_THEN_DEDUPE, DEDUPE_AT_CLAIM, RENEWAL_WITHOUT_LOCK, EXPIRY_KEEPS_LOCK ->
                Map.of(Cut.after(Code.SCRIPTS, "resource", 1), this::script);
            case ACK_BEFORE_COMMIT -> Map.of(Cut.before(Code.CLAIM_LOOP, "tried", 1), Mistakes::finishAtOnce);
            case STORED_COUNT ->
                Map.of(
                        Cut.before(Code.ENGINE, "answer", 3), Mistakes::rememberCount,
                        Cut.after(Code.REPLAYS, "consumed", 3), Mistakes::countAsThen);
            case SEND_BEFORE_COMMIT -> Map.of(Cut.after(Code.TURN, "of", 3), Mistakes::sendAtOnce);
        };
    }

    private Object script(@Nullable Object text, @Nullable Object[] arguments) {
        String file = (String) Objects.requireNonNull(arguments[0]);
        String script = (String) Objects.requireNonNull(text);
        for (Edit edit : edits()) {
            script = edit.file().equals(file) ? edit.applied(script) : script;
        }
        return script;
    }

    /// What replaces what in the scripts of the queue.
    List<Edit> edits() {
        return switch (this) {
            case POP_THEN_DEDUPE -> List.of(new Edit("common.lua", """
                                call('EXPIRE', attempts_of(head.id), ATTEMPT_S)
                                return batch(conversation, claim, raw, head, max)
                        """, """
                                local popped = batch(conversation, claim, raw, head, max)
                                for i = 4, #popped do
                                  call('LPOP', queue_of(conversation))
                                  call('SET', dedupe_of(decode(popped[i]).id), conversation, 'EX', DEDUPE_S)
                                end
                                leave(#popped - 3)
                                return popped
                        """));
            case DEDUPE_AT_CLAIM -> List.of(new Edit("common.lua", """
                                call('EXPIRE', attempts_of(head.id), ATTEMPT_S)
                        """, """
                                call('EXPIRE', attempts_of(head.id), ATTEMPT_S)
                                call('SET', dedupe_of(head.id), conversation, 'EX', DEDUPE_S)
                        """));
            case RENEWAL_WITHOUT_LOCK ->
                List.of(new Edit("renew.lua", "if call('GET', lock_of(conversation)) == claim then", "if true then"));
            case EXPIRY_KEEPS_LOCK ->
                List.of(new Edit(
                        "common.lua",
                        "    release(conversation)\n    local _, head",
                        "    call('ZREM', 'conv:active', conversation)\n    local _, head"));
            case ACK_BEFORE_COMMIT, STORED_COUNT, SEND_BEFORE_COMMIT -> List.of();
        };
    }

    record Edit(String file, String old, String replacement) {
        /// @throws IllegalStateException when there is nothing to replace: a bug is never planted in vain
        String applied(String script) {
            if (!script.contains(old)) {
                throw new IllegalStateException("not found in " + file + ": " + old);
            }
            return script.replace(old, replacement);
        }
    }
}
