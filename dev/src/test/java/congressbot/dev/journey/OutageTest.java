package congressbot.dev.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.bridge.gowa.Gowa;
import congressbot.dev.bridge.wuzapi.Wuzapi;
import congressbot.dev.bridge.wuzapi.WuzapiKeys;
import congressbot.dev.people.CpfNumber;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;

/// The outage drill: the gateway is away for an hour, the bridge is. The hour itself is played: by the times that stand
/// in messages, in Redis and in the outbox.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
    private static final Duration PATIENCE = People.PATIENCE;
    private static final Duration LATE_REPEATS = Duration.ofSeconds(6);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int CHATS = 12;
    private static final String MARKS = "gateway:heard:*";
    private static final List<String> NAMES = List.of(
            "Ana",
            "Bruna",
            "Carla",
            "Diana",
            "Elisa",
            "Fernanda",
            "Gilda",
            "Helena",
            "Irene",
            "Joana",
            "Karina",
            "Laura",
            "Marta",
            "Neide",
            "Olga",
            "Paula",
            "Raquel",
            "Sandra",
            "Tereza",
            "Vera",
            "Alice",
            "Beatriz",
            "Clara",
            "Dora");

    private final HttpCaller http = new HttpCaller(FakeBridge.WEBHOOKS_AT_ONCE);
    private final People gowa =
            new People(new Gowa(new Secret("a-secret-of-the-drill-with-32-characters"), Optional.empty()), http);
    private final People wuzapi = new People(new Wuzapi(WuzapiKeys.random(), Wuzapi.Format.FORM), http);
    private final List<String> table = new ArrayList<>();
    private TestHouse house;

    @BeforeAll
    void openTheHouse(@TempDir Path folder) throws Exception {
        Map<String, String> settings = new HashMap<>(gowa.settings());
        settings.putAll(wuzapi.settings());
        settings.put("CHANNELS", "gowa,wuzapi");
        settings.put("SETTLE_WINDOW", "PT1.5S");
        settings.put("SMTP_FROM", "Congresso <nao-responda@congresso.example>");
        house = new TestHouse(folder, http, settings);
    }

    @AfterAll
    void closeTheHouse() throws Exception {
        table.forEach(System.out::println);
        for (AutoCloseable part : List.of(house, gowa, wuzapi, http)) {
            part.close();
        }
    }

    /// What a person writes, line by line, while nobody answers.
    private static List<String> lines(int chat) {
        return List.of(
                "quero me inscrever",
                NAMES.get(chat) + " da Silva",
                "pessoa%d@ufg.br".formatted(chat),
                CpfNumber.of(529_982_200 + chat),
                "(62) 99876-54%02d".formatted(chat));
    }

    @Test
    void the_gateway_is_away_for_an_hour_and_every_message_is_fetched_once() throws Exception {
        List<String> phones = phones(1);
        String hidden = "5562911100099";
        for (String phone : phones) {
            gowa.deliver(house.entrance(), gowa.says(phone, "oi"));
        }
        wuzapi.deliver(house.entrance(), wuzapi.says(hidden, "oi"));
        awaitReplies(phones, 1);
        await().atMost(PATIENCE).until(() -> wuzapi.heardBy(hidden).size() == 1);

        awaitMarks();
        house.gateway().kill();
        Instant back = Instant.now();
        pretendHeardUntil(back.minus(HOUR));
        for (int chat = 0; chat < CHATS; chat++) {
            written(phones.get(chat), chat, back).forEach(gowa.bridge()::hear);
        }
        written(hidden, CHATS, back).forEach(wuzapi.bridge()::hear);
        house.gateway().restart();

        awaitReplies(phones, 2);
        Outcome outcome = outcome(phones, 0, 1);
        await().atMost(PATIENCE).until(() -> recoveries("wuzapi", "no_history") == 1);
        assertThat(recoveries("gowa", "complete")).isEqualTo(1);
        assertThat(wuzapi.heardBy(hidden)).hasSize(1);
        row(
                "gateway away 1 h",
                outcome,
                "5 of one chat behind wuzapi, which keeps no history: in the log and a metric");
    }

    @Test
    void the_bridge_is_away_for_an_hour_replies_wait_and_its_backlog_is_answered_once() throws Exception {
        List<String> phones = phones(2);
        String forgotten = phones.getLast();
        gowa.bridge().leave();
        for (String phone : phones) {
            gowa.deliver(house.entrance(), gowa.says(phone, "oi"));
        }
        await().atMost(PATIENCE).until(() -> pending() == CHATS);

        age(HOUR, "");
        age(
                Duration.ofDays(1),
                "AND conversation_id = (SELECT id FROM conversations WHERE reply_to LIKE '" + forgotten + "@%')");
        await().atMost(PATIENCE)
                .until(() -> house.count("SELECT count(*) FROM outbox WHERE status = 'cancelled'") == 1);
        gowa.bridge().comeBack();
        age(Duration.ZERO, "");
        List<String> answered = phones.subList(0, CHATS - 1);
        awaitReplies(answered, 1);
        Instant back = Instant.now();
        burst(phones, back);

        awaitReplies(answered, 2);
        awaitReplies(List.of(forgotten), 1);
        Outcome outcome = outcome(answered, CHATS, 1).plus(outcome(forgotten, lines(2 * CHATS - 1), 0));
        assertThat(pending()).isZero();
        row("bridge away 1 h", outcome, "1 reply older than 24 h: cancelled, in the log and a metric");
    }

    private static List<String> phones(int block) {
        return IntStream.range(0, CHATS)
                .mapToObj(chat -> "55629111%d%04d".formatted(block, chat))
                .toList();
    }

    /// Spread over the hour before, those of all chats among each other.
    private List<Event> written(String phone, int chat, Instant back) {
        List<String> lines = lines(chat);
        return IntStream.range(0, lines.size())
                .mapToObj(line -> FakeBridge.said(
                        phone,
                        gowa.nextId(),
                        back.minus(HOUR).plusSeconds(60L + 660L * line + 10L * chat),
                        new ChatContent.Text(lines.get(line))))
                .toList();
    }

    /// All at once, each on a way of its own.
    private void burst(List<String> phones, Instant back) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int chat = 0; chat < CHATS; chat++) {
                written(phones.get(chat), CHATS + chat, back)
                        .forEach(event -> threads.execute(() -> gowa.deliver(house.entrance(), event)));
            }
        }
    }

    /// The gateway notes for each of our numbers until when everything certainly arrived.
    private void awaitMarks() {
        try (UnifiedJedis redis = house.openRedis()) {
            await().atMost(PATIENCE).until(() -> redis.keys(MARKS).size() == 2);
        }
    }

    private void pretendHeardUntil(Instant moment) {
        try (UnifiedJedis redis = house.openRedis()) {
            redis.keys(MARKS).forEach(mark -> redis.set(mark, "" + moment.toEpochMilli()));
        }
    }

    private void age(Duration more, String where) throws SQLException {
        house.change("""
                UPDATE outbox SET created_at = created_at - interval '%d seconds', next_attempt_at = now()
                WHERE status = 'pending' AND kind = 'reply' %s
                """.formatted(more.toSeconds(), where));
    }

    private int pending() throws SQLException {
        return house.count("SELECT count(*) FROM outbox WHERE status = 'pending' AND kind = 'reply'");
    }

    private void awaitReplies(List<String> phones, int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        phones.stream().allMatch(phone -> gowa.heardBy(phone).size() >= count));
    }

    /// How an outage ended for the people of some chats.
    ///
    /// @param answers that came to what they wrote meanwhile, one to all lines of a chat
    /// @param lost lines that stand in no transcript
    /// @param twice lines and answers that stand there again
    private record Outcome(int answers, int lost, int twice) {
        Outcome plus(Outcome other) {
            return new Outcome(answers + other.answers, lost + other.lost, twice + other.twice);
        }
    }

    /// Waits whether something comes again, and counts.
    ///
    /// @param first number of the first chat
    /// @param before replies of each chat before the lines
    private Outcome outcome(List<String> phones, int first, int before) throws SQLException {
        await().during(LATE_REPEATS)
                .atMost(PATIENCE)
                .until(() ->
                        phones.stream().allMatch(phone -> gowa.heardBy(phone).size() > before));
        Outcome all = new Outcome(0, 0, 0);
        for (int chat = 0; chat < phones.size(); chat++) {
            all = all.plus(outcome(phones.get(chat), lines(first + chat), before));
        }
        return all;
    }

    private Outcome outcome(String phone, List<String> lines, int before) throws SQLException {
        List<String> kept = house.texts("""
                SELECT content->>'text' FROM messages JOIN conversations c ON c.id = conversation_id
                WHERE direction = 'in' AND c.reply_to = '%s@s.whatsapp.net' ORDER BY messages.id
                """.formatted(phone));
        List<String> replies = gowa.heardBy(phone);
        int missing = (int) lines.stream().filter(line -> !kept.contains(line)).count();
        int extra = kept.size() - (int) kept.stream().distinct().count();
        assertThat(kept.subList(1, kept.size()))
                .as("in the order of the person")
                .isEqualTo(lines);
        assertThat(replies.getLast()).as("answers all of them").contains("cidade");
        return new Outcome(1, missing, extra + replies.size() - before - 1);
    }

    private double recoveries(String bridge, String outcome) throws Exception {
        return house.metrics(house.gateway(), http)
                .valueOrZero("recoveries_total{bridge=\"%s\",outcome=\"%s\"}".formatted(bridge, outcome));
    }

    private void row(String outage, Outcome outcome, String named) {
        if (table.isEmpty()) {
            table.add("%-18s%10s%10s%6s%7s  %s".formatted("outage", "written", "answers", "lost", "twice", "named"));
        }
        table.add("%-18s%10d%10d%6d%7d  %s"
                .formatted(outage, CHATS * lines(0).size(), outcome.answers(), outcome.lost(), outcome.twice(), named));
        assertThat(outcome).isEqualTo(new Outcome(CHATS, 0, 0));
    }
}
