package congressbot.bot.figures;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.conversation.Conversing;
import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.UnifiedJedis;

class ChatFiguresTest {
    /// 09:00 in São Paulo.
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String CHART = "📊";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final UnifiedJedis redis = TestRedis.emptied();
    private final Conversing conversing =
            Rooms.conversing(jdbi, redis, new ConversationQueue(redis, QueueLimits.defaults()), () -> NOW);
    private final Person organiser = new Person("5562998765432", NOW);
    private final Person stranger = new Person("5562911112222", NOW);

    @BeforeEach
    void register() {
        jdbi.useHandle(handle -> new OrganiserNumbers(jdbi)
                .add(handle, "default", new OrganiserNumbers.Entry(new PhoneNumber("+5562998765432"), "Ana")));
        registered("Maria Quitéria", "11144477735", "Salvador", "BA", "Estudante", NOW);
        registered("Joana Angélica", "52998224725", "Salvador", "BA", "Professor(a)", NOW);
        registered("Chico Mendes", "39053344705", "Xapuri", "AC", "Estudante", Instant.parse("2026-11-20T02:59:59Z"));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private void registered(String name, String cpf, String city, String state, String profile, Instant at) {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO participants (congress_id, full_name, email, cpf, phone, city, city_code, state, profile, status,
                                          privacy_version, privacy_at, channel, created_at)
                VALUES ('default', ?, ?, ?, '+5571999998888', ?, 1234567, ?, ?, 'confirmed', '1', now(), 'gowa', ?)
                """, name, cpf + "@ufg.br", cpf, city, state, profile, at));
    }

    private String answer(IncomingMessage message) {
        return ((Answered) conversing.engine().turn(List.of(message))).reply().orElse("");
    }

    private String answer(Person person, String text) {
        return answer(person.says(text));
    }

    @Test
    void an_organiser_is_told_todays_total() {
        assertThat(answer(organiser, "quantos inscritos hoje?"))
                .contains("Inscrições hoje, até agora: 2")
                .contains("Ontem: 1 · no total: 3");
    }

    @Test
    void an_organiser_whose_id_has_no_ninth_digit_is_the_same() {
        assertThat(answer(new Person("556298765432", NOW), "quantos inscritos hoje?"))
                .contains(CHART);
    }

    @Test
    void an_organiser_is_told_the_parts() {
        assertThat(answer(organiser, "inscritos por estado")).contains("• BA: *2*\n• AC: *1*\nTotal: *3*");
        assertThat(answer(organiser, "inscrições por perfil")).contains("• Estudante: *2*\n• Professor(a): *1*");
        assertThat(answer(organiser, "por cidade, quantos inscritos?")).contains("• Salvador – BA: *2*");
        assertThat(answer(organiser, "inscritos por canal")).contains("• WhatsApp: *3*");
        assertThat(answer(organiser, "inscrições por dia")).contains("• 2026-11-20: *2*\n• 2026-11-19: *1*");
    }

    @Test
    void an_organiser_is_told_of_one_state() {
        assertThat(answer(organiser, "quantos da Bahia?")).contains("(BA): 2");
        assertThat(answer(organiser, "quantos inscritos no Acre hoje?")).contains("hoje (AC), até agora: 0");
    }

    @Test
    void an_organiser_in_the_middle_of_a_form_is_told_too_and_the_form_stays() {
        answer(organiser, "quero me inscrever");

        String answer = answer(organiser, "qntas inscrições até agora");

        assertThat(answer).contains("Inscrições confirmadas: 3").contains("nome");
        assertThat(rows(jdbi, "SELECT step FROM conversations")).containsExactly("ASKING_NAME");
    }

    @ParameterizedTest
    @MethodSource("congressbot.bot.figures.AsksTest#asking")
    void every_such_ask_is_answered_to_an_organiser_and_to_nobody_else(String line) {
        String text = line.split("\\|", -1)[0];

        assertThat(answer(organiser, text)).contains(CHART).doesNotContain("Maria", "Joana", "Chico");
        assertThat(answer(stranger, text)).doesNotContain(CHART).doesNotContain("BA: *2*");
    }

    @Test
    void a_number_of_another_congress_is_a_strangers() {
        jdbi.useHandle(handle -> handle.execute("UPDATE organiser_numbers SET congress_id = 'other'"));

        assertThat(answer(organiser, "quantos inscritos hoje?")).doesNotContain(CHART);
    }

    @Test
    void a_number_that_was_taken_off_the_list_is_a_strangers() {
        jdbi.useHandle(
                handle -> new OrganiserNumbers(jdbi).remove(handle, "default", new PhoneNumber("+5562998765432")));

        assertThat(answer(organiser, "quantos inscritos hoje?")).doesNotContain(CHART);
    }

    @Test
    void a_channel_that_does_not_vouch_for_the_number_is_told_nothing() {
        ChatFigures figures = new ChatFigures(jdbi, () -> NOW);
        IncomingMessage message = organiser.says("quantos inscritos hoje?");

        assertThat(figures.mayKnow("default", message)).isTrue();
        assertThat(figures.mayKnow("default", by(ChannelName.CHAT, message))).isFalse();
        assertThat(figures.mayKnow("default", withoutPhone(message))).isFalse();
    }

    private static IncomingMessage by(ChannelName channel, IncomingMessage message) {
        return copy(message, channel, message.phone());
    }

    private static IncomingMessage withoutPhone(IncomingMessage message) {
        return copy(message, message.channel(), Optional.empty());
    }

    private static IncomingMessage copy(IncomingMessage message, ChannelName channel, Optional<PhoneNumber> phone) {
        return new IncomingMessage(
                message.v(),
                channel,
                message.account(),
                new ConversationId(
                        channel, message.account(), message.conversation().contact()),
                message.replyTo(),
                message.aliases(),
                new MessageId(channel, message.account(), message.id().providerId()),
                message.content(),
                message.senderName(),
                phone,
                message.sentAt(),
                message.receivedAt(),
                message.requestId());
    }
}
