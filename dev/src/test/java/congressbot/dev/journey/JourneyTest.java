package congressbot.dev.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import congressbot.dev.bridge.Event;
import congressbot.dev.bridge.gowa.Gowa;
import congressbot.dev.bridge.wuzapi.Wuzapi;
import congressbot.dev.bridge.wuzapi.WuzapiKeys;
import congressbot.dev.process.ChildProcess;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole house: both bridges at once, three processes, real stores, a server for speech, a mail server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private static final Duration PATIENCE = People.PATIENCE;
    private static final Duration LATE_REPEATS = Duration.ofSeconds(12);
    private static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000ffd9");

    private final HttpCaller http = new HttpCaller(16);
    private final SpokenTitle speech = new SpokenTitle();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final People gowa =
            new People(new Gowa(new Secret("a-secret-of-the-journey-with-32-characters"), Optional.empty()), http);
    private final People wuzapi = new People(new Wuzapi(WuzapiKeys.random(), Wuzapi.Format.FORM), http);
    /// Replies that a phone was told, when its journey was over.
    private final Map<String, Integer> told = new ConcurrentHashMap<>();

    private TestHouse house;

    @BeforeAll
    void openTheHouse(@TempDir Path folder) throws Exception {
        mail.start();
        Map<String, String> settings = new HashMap<>(gowa.settings());
        settings.putAll(wuzapi.settings());
        settings.put("CHANNELS", "gowa,wuzapi");
        settings.put("SMTP_HOST", "127.0.0.1");
        settings.put("SMTP_PORT", "" + mail.getSmtp().getPort());
        settings.put("SMTP_SECURITY", "none");
        settings.put("SMTP_FROM", "Congresso <nao-responda@congresso.example>");
        settings.put("TRANSCRIPTION_BASE_URL", speech.address().toString());
        settings.put("OPENAI_BASE_URL", speech.address().toString());
        settings.put("OPENAI_API_KEY", "sk-journey");
        house = new TestHouse(folder, http, settings);
    }

    @AfterAll
    void closeTheHouse() throws Exception {
        TestHouse opened = house;
        try (http;
                speech;
                wuzapi;
                gowa;
                opened) {
            assertNothingComesAgain();
        } finally {
            mail.stop();
        }
    }

    /// A reply that was sent and not noted comes again when its reservation has run out or the relay's turn has come.
    private void assertNothingComesAgain() {
        await().atMost(PATIENCE).until(() -> house.count("SELECT count(*) FROM outbox WHERE status = 'pending'") == 0);
        await().during(LATE_REPEATS)
                .atMost(PATIENCE)
                .until(() -> told.entrySet().stream().allMatch(phone -> heard(phone.getKey()) == phone.getValue()));
    }

    private Stream<Arguments> bridges() {
        return Stream.of(
                Arguments.of(gowa, "5562998765432", "maria@ufg.br", "529.982.247-25"),
                Arguments.of(wuzapi, "5562998765433", "mariana@ufg.br", "168.995.350-09"));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("bridges")
    void a_person_registers_by_voice_with_a_photo_and_an_edit(People people, String phone, String email, String cpf)
            throws Exception {
        String spoken = answer(people, phone, people.says(phone, people.voice(voiceNote())));
        String photo = answer(people, phone, people.says(phone, people.picture(PHOTO)));
        Event address = people.says(phone, "outra." + email);
        String typed = answer(people, phone, address);
        String edited = answer(people, phone, people.edits(phone, address, email));
        List<String> rest = new ArrayList<>();
        for (String text : List.of(cpf, "(62) 99876-5432", "Goiânia", "1", "sim")) {
            rest.add(answer(people, phone, people.says(phone, text)));
        }
        told.put(phone, heard(phone));

        assertThat(spoken)
                .startsWith("🎤 entendi: Quero me inscrever, meu nome é Maria da Silva.")
                .endsWith("Qual é o seu *e-mail*?");
        assertThat(photo).contains("e-mail");
        assertThat(typed).contains("CPF");
        assertThat(edited).contains("CPF");
        assertThat(rest.getLast()).contains("Inscrição confirmada");
        assertThat(participants(email)).isEqualTo(1);
        assertThat(participants("outra." + email)).isZero();
        await().atMost(PATIENCE).until(() -> mailsTo(email) == 1);
        await().atMost(PATIENCE).until(() -> house.count("SELECT count(*) FROM outbox WHERE status <> 'sent'") == 0);
        house.assertNothingPersonalIsLogged(email, cpf, cpf.replaceAll("[^0-9]", ""), phone, "Maria", "inscrever");
    }

    @Test
    void a_worker_that_is_killed_costs_nothing() throws Exception {
        survives(house.worker(), "5562900000001", "Ana de Souza", "ana@ufg.br", "111.444.777-35");
    }

    @Test
    void a_bot_api_that_is_killed_costs_nothing() throws Exception {
        survives(house.botApi(), "5562900000002", "Bia de Souza", "bia@ufg.br", "390.533.447-05");
    }

    @Test
    void a_gateway_that_is_killed_costs_nothing() throws Exception {
        survives(house.gateway(), "5562900000003", "Caio de Souza", "caio@ufg.br", "153.509.460-56");
    }

    @Test
    void a_worker_that_dies_while_a_note_is_heard_costs_no_second_hearing() throws Exception {
        String phone = "5562900000004";
        int before = speech.paid();
        CountDownLatch gate = speech.hold();

        String reply = gowa.answerTo(house.entrance(), phone, gowa.says(phone, gowa.voice(voiceNote())), () -> {
            await().atMost(PATIENCE).until(() -> speech.paid() == before + 1);
            house.worker().kill();
            house.worker().restart();
            gate.countDown();
        });

        told.put(phone, heard(phone));
        assertThat(reply).startsWith("🎤 entendi: Quero me inscrever");
        assertThat(speech.paid()).isEqualTo(before + 1);
    }

    /// A registration in whose middle the process dies right after a message was accepted, and comes back.
    private void survives(ChildProcess victim, String phone, String name, String email, String cpf) throws Exception {
        List<String> texts = List.of("quero me inscrever", name, email, cpf, "(62) 99876-5432", "Goiânia", "1", "sim");
        for (int i = 0; i < texts.size(); i++) {
            boolean fatal = i == texts.size() / 2;
            gowa.answerTo(house.entrance(), phone, gowa.says(phone, texts.get(i)), () -> {
                if (fatal) {
                    victim.kill();
                    victim.restart();
                }
            });
        }
        told.put(phone, heard(phone));

        assertThat(gowa.heardBy(phone)).doesNotHaveDuplicates().hasSize(texts.size());
        assertThat(participants(email)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> mailsTo(email) == 1);
        assertThat(house.count("SELECT count(*) FROM dead_letters")).isZero();
    }

    private String answer(People people, String phone, Event event) throws Exception {
        return people.answerTo(house.entrance(), phone, event, () -> {});
    }

    private int heard(String phone) {
        return gowa.heardBy(phone).size() + wuzapi.heardBy(phone).size();
    }

    /// Spoken by espeak-ng, in Opus; its title holds the words.
    private static byte[] voiceNote() throws IOException {
        try (InputStream file = Objects.requireNonNull(JourneyTest.class.getResourceAsStream("voice-note.ogg"))) {
            return file.readAllBytes();
        }
    }

    private int participants(String email) throws SQLException {
        return house.count("SELECT count(*) FROM participants WHERE email = '" + email + "'");
    }

    private long mailsTo(String email) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(email);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }
}
