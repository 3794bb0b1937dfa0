package congressbot.bot.session;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.Snapshot;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.wire.message.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SnapshotCacheTest {
    private static final Instant SEEN = Instant.parse("2026-11-20T12:00:00Z");
    private static final ConversationId MARIA = ConversationId.parse("gowa:1:5562998765432@s.whatsapp.net");
    private static final ConversationId JOSE = ConversationId.parse("gowa:1:5562911112222@s.whatsapp.net");

    private final SnapshotCache cache = new SnapshotCache();

    @Test
    void what_is_kept_is_found() {
        cache.keep(MARIA, version(1));

        assertThat(cache.find(MARIA)).contains(version(1));
        assertThat(cache.find(JOSE)).isEmpty();
    }

    @Test
    void an_older_version_never_replaces_a_newer_one() {
        cache.keep(MARIA, version(3));
        cache.keep(MARIA, version(2));

        assertThat(cache.find(MARIA)).contains(version(3));
    }

    @Test
    void what_is_forgotten_is_gone_and_may_be_kept_anew() {
        cache.keep(MARIA, version(3));
        cache.forget(MARIA);

        assertThat(cache.find(MARIA)).isEmpty();
        cache.keep(MARIA, version(2));
        assertThat(cache.find(MARIA)).contains(version(2));
    }

    private static Snapshot version(long version) {
        return new Snapshot(
                OptionalLong.of(7),
                OptionalLong.of(8),
                version,
                State.START,
                List.of("x@lid"),
                Language.ENGLISH,
                Optional.of(SEEN),
                Optional.empty());
    }
}
