package congressbot.gateway;

import static congressbot.gateway.OpenGowa.MARIA;
import static congressbot.gateway.OpenGowa.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import congressbot.gateway.GowaChats.Stored;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.gowa.Gowa;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// The bridge stores no places, contacts and polls: that there was something is all that can be told.
class GowaUnstoredTest {
    private static final Instant SINCE = NOON.minusSeconds(3_600);

    private final Logger logger = (Logger) LoggerFactory.getLogger(Gowa.class.getPackageName());
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
    private final OpenGowa gowa = new OpenGowa();

    @BeforeEach
    void listen() {
        seen.start();
        logger.addAppender(seen);
        gowa.fake.chats().store(Stored.text("3A01", MARIA, NOON.minusSeconds(60), "oi"));
    }

    @AfterEach
    void close() {
        logger.detachAppender(seen);
        gowa.close();
    }

    @Test
    void a_chat_whose_last_message_is_not_stored_is_named() {
        gowa.fake.chats().unstored(MARIA, NOON.minusSeconds(30));

        Missed missed = gowa.bridge.missedSince(SINCE);

        assertThat(((Missed.Messages) missed).messages()).hasSize(1);
        assertThat(seen.list)
                .singleElement()
                .satisfies(
                        line -> assertThat(line.getKeyValuePairs().toString()).contains("…3333@s.whatsapp.net"));
    }

    @Test
    void where_all_is_stored_nothing_is_said() {
        gowa.bridge.missedSince(SINCE);

        assertThat(seen.list).isEmpty();
    }
}
