package congressbot.bot.attention;

import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What a person reads of who answers her, in the language of the chat.
final class Notices {
    /// The organisers' and most attendees' own.
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    /// In every language the same.
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    private final Receptions receptions;
    private final Outbox outbox;

    Notices(Receptions receptions, Outbox outbox) {
        this.receptions = receptions;
        this.outbox = outbox;
    }

    void begun(Handle handle, Chat chat, long takeover, String name, Instant until, Instant now) {
        Map<String, String> values = Map.of("name", name, "until", MOMENT.format(until.atZone(ZONE)));
        tell(handle, chat, "begun:" + takeover, "takeover.begun", values, now);
    }

    void ended(Handle handle, Chat chat, Takeover takeover, Instant now) {
        tell(handle, chat, "ended:" + takeover.id(), "takeover.ended", Map.of("name", takeover.name()), now);
    }

    void over(Handle handle, Chat chat, Takeover takeover, Instant now) {
        tell(handle, chat, "ended:" + takeover.id(), "takeover.over", Map.of(), now);
    }

    private void tell(
            Handle handle, Chat chat, String cause, String sentence, Map<String, String> values, Instant now) {
        Reception reception = receptions.of(chat.channel(), chat.account());
        Map<String, String> all = new HashMap<>(values);
        all.put("short", reception.congress().called());
        String text = reception.in(chat.language()).texts().render(Text.of(sentence, all));
        String key = Outbox.BY_A_PERSON + cause;
        if (SaidRows.add(handle, chat, key, new SaidRows.Said(text, SaidRows.By.NOTICE, ""), now)
                && !chat.isUnreachable()) {
            outbox.addWords(handle, chat.congress(), chat.id(), key, chat.saying(text), now);
        }
    }
}
