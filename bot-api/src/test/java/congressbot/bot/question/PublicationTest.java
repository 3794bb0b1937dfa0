package congressbot.bot.question;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Witness;
import congressbot.bot.answering.Answering;
import congressbot.bot.answering.Rehearsal;
import congressbot.bot.answering.Reply;
import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressText;
import congressbot.bot.congress.Congresses;
import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import congressbot.bot.conversation.Announcer;
import congressbot.bot.knowledge.Draft;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.OfflineAssistant;
import congressbot.bot.llm.Reranker;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.testing.Asked;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Tongues;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
    private static final Redactor REDACTOR = Redactor.load();
    private static final Tongues TONGUES = Tongues.load();
    private static final Witness ANA = new Witness("default", OptionalLong.of(1), "Ana");
    private static final Witness BIA = new Witness("default", OptionalLong.of(2), "Bia");
    private static final String POOL = "tem piscina no hotel?";
    private static final String ANSWER =
            "Sim, a **piscina** do hotel abre todos os dias.\n\n- das 9h às 18h\n- com toalha";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final MovedTime time = new MovedTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final Library library = Rooms.library(jdbi);
    private final Publication publication =
            new Publication(jdbi, library.shelf(new AuditLog(jdbi, time)), new AuditLog(jdbi, time), time);
    private final List<Long> takenOver = new ArrayList<>();
    private Notices notices;
    private final Asked maria = Asked.by(jdbi, "default", "gowa", "5562911112222@s.whatsapp.net");
    private final Asked jose = Asked.by(jdbi, "default", "gowa", "5562933334444@s.whatsapp.net");
    private final Asked web = Asked.by(jdbi, "default", "chat", "navegador");

    @BeforeEach
    void look() throws IOException {
        library.look();
        notices = notices(congress());
    }

    @Test
    void a_published_answer_is_what_the_bot_says_from_then_on() {
        long group = asked();
        Rehearsal.Outcome.Said before = answer(POOL);

        Publication.Outcome outcome = publication.publish(ANA, congress(), wish(group, true));

        assertThat(before.by()).isEqualTo(Reply.By.NOBODY);
        assertThat(outcome).isEqualTo(new Publication.Outcome.Done("respostas-do-painel.md", 2));
        assertThat(answer("o hotel tem piscina?").text().orElseThrow()).contains("abre todos os dias");
        assertThat(rows(jdbi, "SELECT status || ' ' || decided_by FROM question_groups"))
                .containsExactly("answered Ana");
        assertThat(rows(jdbi, "SELECT deed || ' ' || subject_kind FROM audit_log ORDER BY id"))
                .containsExactly("edit-knowledge document", "answer-question question");
    }

    @Test
    void who_asked_is_told_once_with_her_own_question_and_without_marks() {
        long group = asked();
        maria.asks("oi, o hotel tem piscina?");
        group();
        publication.publish(ANA, congress(), wish(group, true));

        tell();
        tell();

        assertThat(rows(jdbi, "SELECT conversation_id || ' ' || key FROM outbox ORDER BY id"))
                .containsExactly(
                        maria.conversation() + " a:" + group + ":" + maria.conversation(),
                        jose.conversation() + " a:" + group + ":" + jose.conversation());
        assertThat(rows(jdbi, "SELECT body ->> 'text' FROM outbox ORDER BY id LIMIT 1"))
                .containsExactly("""
                        Você perguntou: _oi, o hotel tem piscina?_

                        A organização respondeu:
                        Sim, a piscina do hotel abre todos os dias.
                        • das 9h às 18h
                        • com toalha""");
        assertThat(rows(jdbi, "SELECT turn_key FROM messages ORDER BY id"))
                .isEqualTo(rows(jdbi, "SELECT key FROM outbox ORDER BY id"));
        assertThat(rows(jdbi, "SELECT status FROM answer_notices")).containsExactly("told", "told");
    }

    @Test
    void who_asked_is_told_once_whatsapp_lets_our_number_write_again() {
        publication.publish(ANA, congress(), wish(asked(), true));
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO number_states (congress_id, channel, account, limited_until)
                SELECT DISTINCT congress_id, channel, account, CAST('2026-11-22T15:00:00Z' AS timestamptz)
                FROM conversations WHERE channel = 'gowa'
                """));

        tell();
        List<String> before = rows(jdbi, "SELECT key FROM outbox");
        time.pass(Duration.ofDays(2).plusHours(4));
        tell();

        assertThat(before).isEmpty();
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(2);
    }

    @Test
    void nobody_is_told_unless_it_is_wanted() {
        long group = asked();

        assertThat(publication.publish(ANA, congress(), wish(group, false)))
                .isEqualTo(new Publication.Outcome.Done("respostas-do-painel.md", 0));
        tell();

        assertThat(rows(jdbi, "SELECT key FROM outbox")).isEmpty();
    }

    @Test
    void several_processes_tell_everybody_once() throws Exception {
        long group = asked();
        for (int i = 0; i < 30; i++) {
            Asked.by(jdbi, "default", "gowa", "55629000000" + i + "@s.whatsapp.net")
                    .asks(POOL);
        }
        group();
        publication.publish(ANA, congress(), wish(group, true));

        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> telling = new ArrayList<>();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                telling.add(processes.submit(() -> {
                    start.await();
                    tell();
                    return 0;
                }));
            }
            start.countDown();
        }

        for (Future<?> one : telling) {
            one.get();
        }
        tell();
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void who_was_forgotten_meanwhile_is_not_told() {
        long group = asked();
        publication.publish(ANA, congress(), wish(group, true));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE questions SET question = NULL, words = NULL WHERE conversation_id = ?", maria.conversation()));
        jdbi.useHandle(
                handle -> handle.execute("UPDATE conversations SET reply_to = '' WHERE id = ?", jose.conversation()));

        tell();

        assertThat(rows(jdbi, "SELECT key FROM outbox")).isEmpty();
        assertThat(rows(jdbi, "SELECT status FROM answer_notices")).containsExactly("dropped", "dropped");
    }

    @Test
    void while_a_person_talks_with_her_she_is_not_told_and_later_she_is() {
        long group = asked();
        takenOver.add(maria.conversation());
        publication.publish(ANA, congress(), wish(group, true));
        tell();
        int meanwhile = rows(jdbi, "SELECT key FROM outbox").size();

        takenOver.clear();
        time.pass(Duration.ofMinutes(6));
        tell();

        assertThat(meanwhile).isEqualTo(1);
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(2);
    }

    @Test
    void in_the_quiet_hours_nobody_is_told_and_no_row_waits_in_the_outbox() {
        time.pass(Duration.ofHours(14)); // 23:00 in Brasilia
        long group = asked();
        Congress quiet = congressWith("id: default\nquietHours: \"22:00-08:00\"");
        Notices quietly = notices(quiet);

        publication.publish(ANA, quiet, wish(group, true));
        quietly.tellSome();
        int atNight = rows(jdbi, "SELECT key FROM outbox").size();
        time.pass(Duration.ofHours(9));
        quietly.tellSome();

        assertThat(atNight).isZero();
        assertThat(rows(jdbi, "SELECT key FROM outbox")).hasSize(2);
    }

    @Test
    void the_second_who_answers_learns_of_the_first() {
        long group = asked();
        publication.publish(ANA, congress(), wish(group, true));

        Publication.Outcome second =
                publication.publish(BIA, congress(), new Publication.Wish(group, POOL, "Não tem.", true));

        assertThat(second).isInstanceOfSatisfying(Publication.Outcome.Decided.class, decided -> {
            assertThat(decided.group().decision().orElseThrow().by()).isEqualTo("Ana");
            assertThat(decided.group()
                            .decision()
                            .orElseThrow()
                            .published()
                            .orElseThrow()
                            .answer())
                    .isEqualTo(ANSWER);
        });
        assertThat(rows(jdbi, "SELECT content FROM knowledge_documents WHERE current AND origin = 'panel'"))
                .singleElement()
                .asString()
                .doesNotContain("Não tem.");
    }

    @Test
    void a_group_of_another_congress_is_not_there() {
        long group = asked();
        Witness stranger = new Witness("other", OptionalLong.of(9), "Eva");
        Congress other = congressWith("id: other");

        assertThat(publication.publish(stranger, other, wish(group, true)))
                .isInstanceOf(Publication.Outcome.Gone.class);
        assertThat(rows(jdbi, "SELECT status FROM question_groups")).containsExactly("open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Um título",
                "Fale com [NOME].",
                "# Um título\n\ntexto",
                "texto\n\n## outro título\n\nmais",
                "```\naberto",
                "~~~\naberto",
                "<script>alert(1)</script>",
                "<!-- aberto",
                "Título\n===",
                "invisível\u200b"
            })
    void an_answer_that_would_break_the_document_is_refused(String answer) {
        long group = asked();

        assertThat(publication.publish(ANA, congress(), new Publication.Wish(group, POOL, answer, true)))
                .isInstanceOf(Publication.Outcome.Unfit.class);
        assertThat(rows(jdbi, "SELECT id FROM knowledge_documents WHERE origin = 'panel'"))
                .isEmpty();
    }

    @Test
    void what_is_too_long_is_refused() {
        long group = asked();

        assertThat(publication.publish(
                        ANA, congress(), new Publication.Wish(group, "x".repeat(300), "y".repeat(2_000), true)))
                .isEqualTo(new Publication.Outcome.Unfit(
                        List.of(Fault.at(0, Kind.LENGTH, "QUESTION", 190), Fault.at(0, Kind.LENGTH, "ANSWER", 1_500))));
    }

    @Test
    void marks_in_a_question_are_only_signs() {
        long group = asked();

        publication.publish(
                ANA,
                congress(),
                new Publication.Wish(group, "*tem* <b>piscina</b> [x](javascript:y) #1", "Sim, tem.", false));

        assertThat(rows(jdbi, "SELECT heading FROM knowledge_passages WHERE heading LIKE '%piscina%' AND faq"))
                .contains("*tem* <b>piscina</b> [x](javascript:y) #1?");
    }

    @Test
    void the_next_answer_comes_behind_the_one_before() {
        long group = asked();
        publication.publish(ANA, congress(), wish(group, false));
        maria.asks("tem sauna no hotel?");
        group();
        long second = Long.parseLong(rows(jdbi, "SELECT id::text FROM question_groups WHERE status = 'open'")
                .getFirst());

        publication.publish(BIA, congress(), new Publication.Wish(second, "Tem sauna?", "Não há sauna.", false));

        assertThat(answer("o hotel tem piscina?").by()).isEqualTo(Reply.By.PASSAGE);
        assertThat(answer("tem sauna?").by()).isEqualTo(Reply.By.PASSAGE);
        assertThat(rows(jdbi, "SELECT author FROM knowledge_documents WHERE origin = 'panel' ORDER BY id"))
                .containsExactly("Ana", "Bia");
    }

    @Test
    void a_draft_answers_before_it_is_published_and_nothing_of_it_stays() {
        Rehearsal rehearsal = new Rehearsal(answering(), library.stage(), TONGUES);
        Draft draft =
                new Draft("sauna.md", "# Hotel\n\n## Tem sauna no hotel?\n\nSim, no terraço.\n", OptionalLong.empty());
        ConversationId person = new ConversationId(ChannelName.CHAT, "panel", "1");
        List<String> stored = rows(jdbi, "SELECT id::text FROM knowledge_documents");

        Rehearsal.Outcome with =
                rehearsal.ask(new Rehearsal.Wanted(congress(), person, "tem sauna no hotel?", Optional.of(draft)));
        Rehearsal.Outcome without =
                rehearsal.ask(new Rehearsal.Wanted(congress(), person, "tem sauna no hotel?", Optional.empty()));

        assertThat(with).isInstanceOfSatisfying(Rehearsal.Outcome.Said.class, said -> {
            assertThat(said.by()).isEqualTo(Reply.By.PASSAGE);
            assertThat(said.text().orElseThrow()).contains("no terraço");
            assertThat(said.sources())
                    .singleElement()
                    .satisfies(source -> assertThat(source.heading()).isEqualTo("Tem sauna no hotel?"));
        });
        assertThat(without).isEqualTo(new Rehearsal.Outcome.Said(Optional.empty(), Reply.By.NOBODY, List.of()));
        assertThat(rows(jdbi, "SELECT id::text FROM knowledge_documents")).isEqualTo(stored);
        assertThat(rows(jdbi, "SELECT id FROM questions")).isEmpty();
    }

    private long asked() {
        maria.asks(POOL);
        jose.asks("o hotel tem piscina");
        web.asks("vai ter piscina no hotel?");
        group();
        return Long.parseLong(rows(jdbi, "SELECT id::text FROM question_groups").getFirst());
    }

    private void group() {
        Grouping grouping = new Grouping(jdbi, library, REDACTOR);
        while (grouping.groupSome()) {
            // until nothing is left
        }
    }

    private void tell() {
        while (notices.tellSome()) {
            // until nothing is left
        }
    }

    private Notices notices(Congress congress) {
        return new Notices(
                jdbi,
                new Announcer(jdbi, new Outbox(jdbi), TONGUES),
                (_, _, conversation) -> takenOver.contains(conversation),
                _ -> Optional.of(congress),
                time);
    }

    private static Publication.Wish wish(long group, boolean tell) {
        return new Publication.Wish(group, POOL, ANSWER, tell);
    }

    private Congress congress() {
        return library.congress("default").orElseThrow();
    }

    private Answering answering() {
        return new Answering(library.knowledge(), new OfflineAssistant(), Reranker.none());
    }

    private Rehearsal.Outcome.Said answer(String question) {
        ConversationId person = new ConversationId(ChannelName.CHAT, "panel", "1");
        return (Rehearsal.Outcome.Said) new Rehearsal(answering(), library.stage(), TONGUES)
                .ask(new Rehearsal.Wanted(congress(), person, question, Optional.empty()));
    }

    /// The sample congress with another line in its file.
    private static Congress congressWith(String line) {
        String yaml = readSample().replace("id: default", line);
        return ((CongressText.Read) Congresses.read(yaml, URI.create("http://localhost:8080"))).congress();
    }

    private static String readSample() {
        try {
            return Files.readString(Path.of("../congress/congress.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
