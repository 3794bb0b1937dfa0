package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A hundred thousand messages of people who know every word and no order, in all languages.
class RandomWalkTest {
    private static final int CHATS = 1_250;
    private static final int MESSAGES_A_CHAT = 80;
    private static final long SEED = 20270520;

    /// What only a congress described otherwise, or a broken bot, needs; and what the engine says by
    /// itself.
    private static final Set<String> OTHER_CONGRESSES = Set.of(
            "dead.apology",
            "heard",
            "edited-elsewhere",
            "enrolment.not-yet",
            "enrolment.over",
            "notice-without-link",
            "facts.dates",
            "facts.open",
            "facts.place",
            "facts.privacy-without-link",
            "attended.hours");

    /// Beginnings of what the dialogue only passes on: labels, answers out of documents, what a model
    /// is told, figures for organisers; and of what is said when a person takes a chat over.
    private static final List<String> SAID_BY_OTHERS =
            List.of("label.", "answer.", "registration-status.", "picture.", "figures.", "takeover.");

    @Test
    void nothing_is_registered_without_a_yes_and_nothing_known_is_lost() {
        List<Chat> chats = IntStream.range(0, CHATS)
                .parallel()
                .mapToObj(i -> new Walk(SEED + i).played(MESSAGES_A_CHAT))
                .toList();

        assertThat(count(chats, Effect.Register.class)).isGreaterThan(1_000);
        assertThat(count(chats, Effect.Amend.class)).isGreaterThan(100);
        assertThat(count(chats, Effect.Erase.class)).isGreaterThan(40);
        assertThat(count(chats, Effect.CancelRegistration.class)).isGreaterThan(40);
        Set<String> unused = new HashSet<>(Sample.TEXTS.keys());
        chats.forEach(chat -> unused.removeAll(chat.keys));
        unused.removeAll(OTHER_CONGRESSES);
        unused.removeIf(key -> SAID_BY_OTHERS.stream().anyMatch(key::startsWith));
        assertThat(unused).as("sentences that nobody says").isEmpty();
    }

    private static long count(List<Chat> chats, Class<? extends Effect> kind) {
        return chats.stream()
                .flatMap(chat -> chat.effects.stream())
                .filter(kind::isInstance)
                .count();
    }
}
