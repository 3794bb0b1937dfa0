package congressbot.bot.testing;

import congressbot.bot.answering.Answering;
import congressbot.bot.attention.Alerts;
import congressbot.bot.congress.Congresses;
import congressbot.bot.conversation.Conversing;
import congressbot.bot.conversation.Pictures;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.ModelCalls;
import congressbot.bot.llm.OfflineAssistant;
import congressbot.bot.llm.Reranker;
import congressbot.bot.llm.Sight;
import congressbot.bot.number.Numbers;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.panel.Panel;
import congressbot.bot.panel.chats.ChatPages;
import congressbot.bot.participant.Participants;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.session.ErasedChats;
import congressbot.bot.session.SnapshotCache;
import congressbot.bot.speech.Transcripts;
import congressbot.bot.text.Tongues;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import congressbot.wire.queue.ConversationQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import redis.clients.jedis.UnifiedJedis;

/// The congress that ships with the project, ready to talk about.
public final class Rooms {
    private static final Path CONGRESS = Path.of("../congress");
    private static final URI PUBLIC_URL = URI.create("http://localhost:8080");
    private static final HttpCaller HTTP = new HttpCaller(1);
    private static final Tongues TONGUES = Tongues.load();
    private static final Receptions SAMPLE =
            new Receptions(Congresses.read(CONGRESS, PUBLIC_URL), Municipalities.load(), TONGUES);

    private Rooms() {}

    public static Receptions sample() {
        return SAMPLE;
    }

    /// Talks about it, over these stores.
    public static Conversing conversing(Jdbi jdbi, UnifiedJedis redis, ConversationQueue queue, InstantSource time) {
        return conversing(jdbi, redis, queue, new SnapshotCache(), time);
    }

    /// The same, and what is known of the chats can be seen.
    public static Conversing conversing(
            Jdbi jdbi, UnifiedJedis redis, ConversationQueue queue, SnapshotCache snapshots, InstantSource time) {
        return Conversing.over(
                new Conversing.Stores(
                        jdbi,
                        queue,
                        snapshots,
                        new ErasedChats(redis),
                        new Transcripts(redis),
                        new Outbox(jdbi),
                        new Participants(jdbi),
                        alerts(jdbi, time)),
                SAMPLE,
                asking(jdbi),
                new Conversing.Times(Duration.ofHours(24), Duration.ofDays(7)),
                new SimpleMeterRegistry(),
                time);
    }

    /// Its alerts, mailed to whoever answers, else to its contact.
    public static Alerts alerts(Jdbi jdbi, InstantSource time) {
        return new Alerts(jdbi, new Outbox(jdbi), ChatPages.address(PUBLIC_URL), time);
    }

    /// Our numbers, all of it.
    public static Numbers numbers(Jdbi jdbi, InstantSource time) {
        return new Numbers(jdbi, SAMPLE, new Outbox(jdbi), PUBLIC_URL.resolve(Panel.PATH), time);
    }

    /// Its documents, to be looked at.
    public static Library library(Jdbi jdbi) {
        return new Library(jdbi, CONGRESS, PUBLIC_URL, TONGUES, _ -> {});
    }

    /// The books of what models are asked.
    public static ModelCalls calls(Jdbi jdbi) {
        return new ModelCalls(jdbi, new Secret("a secret of the tests"));
    }

    /// Nobody knows more than what stands in the database, and no model is asked.
    public static Conversing.Asking asking(Jdbi jdbi) {
        GatewayClient nobody = new GatewayClient(
                HTTP, URI.create("http://127.0.0.1:1"), new Secret("no secret of anybody"), Duration.ofSeconds(1));
        return new Conversing.Asking(
                new Answering(library(jdbi).knowledge(), new OfflineAssistant(), Reranker.none()),
                new Pictures(Sight.none(), nobody),
                calls(jdbi),
                4);
    }
}
