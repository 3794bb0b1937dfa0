package congressbot.bot.conversation;

import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import redis.clients.jedis.UnifiedJedis;

/// Whole turns over empty stores, at a moment that does not pass.
final class Chatting implements AutoCloseable {
    final Jdbi jdbi = TestDatabase.emptied();
    final UnifiedJedis redis = TestRedis.emptied();
    final ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
    final Conversing conversing;

    Chatting(Instant now) {
        conversing = Rooms.conversing(jdbi, redis, queue, () -> now);
    }

    @Override
    public void close() {
        redis.close();
    }

    Answered register(Person person, String name, String email, String cpf) {
        talk(person, "quero me inscrever", name, email, cpf, "62 99876-5432", "Goiânia", "1");
        return say(person, "sim");
    }

    void talk(Person person, String... texts) {
        for (String text : texts) {
            say(person, text);
        }
    }

    Answered say(Person person, String text) {
        return turn(person.says(text));
    }

    Answered turn(IncomingMessage... messages) {
        return (Answered) conversing.engine().turn(List.of(messages));
    }
}
