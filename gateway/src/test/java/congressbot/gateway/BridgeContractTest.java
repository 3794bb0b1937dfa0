package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import congressbot.gateway.BridgeFixture.Deed;
import congressbot.gateway.BridgeFixture.Ending;
import congressbot.gateway.BridgeFixture.Person;
import congressbot.gateway.BridgeFixture.Receipt;
import congressbot.gateway.BridgeFixture.Sent;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.Missed;
import congressbot.gateway.bridge.Pairing;
import congressbot.gateway.bridge.PairingCode;
import congressbot.gateway.bridge.Search;
import congressbot.gateway.bridge.SendResult;
import congressbot.gateway.bridge.Session.State;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.Attachment;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.message.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every bridge does, whatever its provider. A new one is right when it passes with a fixture of
/// its own.
class BridgeContractTest {
    private static final Instant SENT_AT = Instant.parse("2026-11-20T18:31:02Z");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String ID = "3A5F0C11D2E34B5A6C70";
    private static final String OURS = "3EB0A1B2C3D4E5F60718";

    /// The smallest picture that is one.
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    private Path folder;

    private final List<BridgeFixture> opened = new ArrayList<>();

    /// Every bridge, in each way of its own.
    enum Provider {
        GOWA,
        WUZAPI_JSON,
        WUZAPI_FORM;

        BridgeFixture open(Path folder) {
            return switch (this) {
                case GOWA -> new GowaFixture(folder);
                case WUZAPI_JSON -> new WuzapiFixture(folder, true);
                case WUZAPI_FORM -> new WuzapiFixture(folder, false);
            };
        }
    }

    @AfterEach
    void close() {
        opened.forEach(BridgeFixture::close);
    }

    @ParameterizedTest
    @MethodSource("people")
    void a_text_becomes_the_same_envelope(Provider provider, Person person) {
        BridgeFixture bridge = open(provider);

        IncomingMessage message = told(bridge, person, new Deed.Text("quero me inscrever"));

        String account = bridge.bridge().instance().name().orElseThrow();
        assertThat(message.channel()).isEqualTo(bridge.bridge().instance().channel());
        assertThat(message.account()).isEqualTo(account);
        assertThat(message.id().providerId()).isEqualTo(ID);
        assertThat(message.content()).isEqualTo(new Content.Text("quero me inscrever"));
        assertThat(message.senderName()).contains("Maria");
        assertThat(message.phone()).isEqualTo(person.phone.map(_ -> new PhoneNumber("+5585922223333")));
        assertThat(message.sentAt()).isEqualTo(SENT_AT);
        assertThat(message.conversation())
                .isEqualTo(new ConversationId(message.channel(), account, person.phone.orElse(BridgeFixture.LID)));
    }

    @ParameterizedTest
    @MethodSource("people")
    void the_reply_goes_to_the_exact_chat_and_the_aliases_are_all_that_is_known(Provider provider, Person person) {
        BridgeFixture bridge = open(provider);

        IncomingMessage message = told(bridge, person, new Deed.Text("oi"));

        assertThat(message.replyTo()).isEqualTo(bridge.chatOf(person));
        assertThat(message.aliases())
                .containsExactlyElementsOf(Stream.concat(person.phone.stream(), person.lid.stream())
                        .toList());
    }

    static Stream<Arguments> what_stays_the_same() {
        return each(
                Arguments.of(
                        new Deed.Location(),
                        new Content.Location(-3.73, -38.52, Optional.of("Centro"), Optional.empty())),
                Arguments.of(new Deed.Contact(), new Content.Contact("Ana", Optional.of("5562998765432"))),
                Arguments.of(new Deed.Reaction(OURS, "👍"), new Content.Reaction(OURS, "👍")),
                Arguments.of(new Deed.Reaction(OURS, ""), new Content.Reaction(OURS, "")),
                Arguments.of(new Deed.Edit(ID, "somos 2"), new Content.Edited(ID, "somos 2")),
                Arguments.of(new Deed.Deletion(ID), new Content.Deleted(ID)),
                Arguments.of(new Deed.Video(""), new Content.Unsupported("video")),
                Arguments.of(new Deed.Video("me inscreve"), new Content.Text("me inscreve")),
                Arguments.of(new Deed.Sticker(), new Content.Unsupported("sticker")),
                Arguments.of(new Deed.LiveLocation(), new Content.Location(1, 1, Optional.empty(), Optional.empty())),
                Arguments.of(new Deed.StaffText("oi, aqui é a Carla"), new Content.FromStaff("oi, aqui é a Carla")));
    }

    @ParameterizedTest
    @MethodSource("what_stays_the_same")
    void a_content_arrives_in_neutral_words(Provider provider, Deed deed, Content content) {
        assertThat(told(open(provider), Person.BY_BOTH, deed).content()).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource
    void a_kind_that_nobody_reads_is_unsupported_whatever_it_is_called(Provider provider) {
        assertThat(told(open(provider), Person.BY_BOTH, new Deed.Poll()).content())
                .isInstanceOf(Content.Unsupported.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_message_of_the_staff_belongs_to_the_persons_chat(Provider provider) {
        BridgeFixture bridge = open(provider);

        IncomingMessage message = told(bridge, Person.BY_BOTH, new Deed.StaffText("oi"));

        assertThat(message.replyTo()).isEqualTo(bridge.chatOf(Person.BY_BOTH));
        assertThat(message.aliases()).containsExactly(BridgeFixture.PHONE, BridgeFixture.LID);
        assertThat(message.senderName()).isEmpty();
    }

    static Stream<Arguments> nobody() {
        return each(
                Arguments.of(new Deed.Elsewhere("120363021234567890@g.us")),
                Arguments.of(new Deed.Elsewhere("5562998765432-1400000000@g.us")),
                Arguments.of(new Deed.Elsewhere("120363021234567890@newsletter")),
                Arguments.of(new Deed.Elsewhere("status@broadcast")),
                Arguments.of(new Deed.Elsewhere("1763663462@broadcast")),
                Arguments.of(new Deed.Elsewhere("867051314767696@bot")),
                Arguments.of(new Deed.Elsewhere("0@s.whatsapp.net")),
                Arguments.of(new Deed.Elsewhere("13135550002@s.whatsapp.net")),
                Arguments.of(new Deed.StaffReaction(ID)));
    }

    @ParameterizedTest
    @MethodSource("nobody")
    void what_no_person_says_to_us_is_ignored(Provider provider, Deed deed) {
        BridgeFixture bridge = open(provider);

        assertThat(hear(bridge, bridge.body(Person.BY_PHONE, ID, deed))).isInstanceOf(Intake.Ignored.class);
    }

    @ParameterizedTest
    @EnumSource
    void receipts_become_facts(Provider provider) {
        BridgeFixture bridge = open(provider);
        Instant at = Instant.parse("2026-11-20T18:31:09Z");
        List<String> ids = List.of(OURS, "3EB0");

        assertThat(hear(bridge, bridge.body(Receipt.DELIVERED, ids)))
                .isEqualTo(new Intake.Receipts(List.of(
                        new GatewayFact.Delivered(bridge.bridge().instance().channel(), "norte", ids, at))));
        assertThat(hear(bridge, bridge.body(Receipt.READ, ids)))
                .isEqualTo(new Intake.Receipts(
                        List.of(new GatewayFact.Read(bridge.bridge().instance().channel(), "norte", ids, at))));
        assertThat(hear(bridge, bridge.body(Receipt.READ_BY_US, ids))).isInstanceOf(Intake.Ignored.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_second_delivery_has_the_same_id(Provider provider) {
        BridgeFixture bridge = open(provider);
        Deed deed = new Deed.Image("crachá");

        assertThat(told(bridge, Person.BY_BOTH, deed).id())
                .isEqualTo(told(bridge, Person.BY_BOTH, deed).id());
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_signed_by_the_bridge_is_rejected_before_anybody_reads_it(Provider provider) {
        BridgeFixture bridge = open(provider);
        byte[] text = bridge.body(Person.BY_PHONE, ID, new Deed.Text("oi"));
        byte[] garbage = {'{', '{'};

        assertThat(bridge.bridge().intake(bridge.unsigned(text))).isInstanceOf(Intake.Rejected.class);
        assertThat(bridge.bridge().intake(bridge.signedByAnother(text))).isInstanceOf(Intake.Rejected.class);
        assertThat(bridge.bridge().intake(bridge.unsigned(garbage))).isInstanceOf(Intake.Rejected.class);
        assertThat(bridge.bridge().intake(bridge.signedByAnother(garbage))).isInstanceOf(Intake.Rejected.class);
    }

    @ParameterizedTest
    @EnumSource
    void while_the_secret_is_exchanged_the_one_before_holds(Provider provider) {
        BridgeFixture bridge = open(provider);
        byte[] text = bridge.body(Person.BY_PHONE, ID, new Deed.Text("oi"));

        assertThat(bridge.bridge().intake(bridge.signedAsBefore(text))).isInstanceOf(Intake.Messages.class);
    }

    static Stream<Arguments> malformed() {
        return each(Stream.of(
                        "",
                        " ",
                        "null",
                        "[]",
                        "7",
                        "\"oi\"",
                        "{",
                        "{}",
                        "{\"type\":7}",
                        "{\"type\":\"Message\"}",
                        "{\"type\":\"Message\",\"event\":[]}",
                        "{\"type\":\"ReadReceipt\",\"event\":{}}",
                        "{\"type\":\"TemporaryBan\",\"event\":{\"Expire\":1e400}}",
                        "{\"event\":\"message\",\"payload\":7}",
                        "{\"event\":\"message.ack\",\"payload\":{}}",
                        "{\"a\":1,\"a\":2}",
                        "{\"base64\":{}}",
                        "jsonData",
                        "jsonData=",
                        "jsonData=%",
                        "jsonData=%7",
                        "jsonData=%7B",
                        "jsonData=%GG&jsonData={}",
                        "&&&&=",
                        "\u0000\u0001\u00ff",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "{\"event\":" + "9".repeat(100_000) + "}")
                .map(Arguments::of)
                .toArray(Arguments[]::new));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_body_of_the_bridge_is_unreadable_and_no_failure(Provider provider, String body) {
        BridgeFixture bridge = open(provider);

        for (byte[] bytes :
                List.of(body.getBytes(StandardCharsets.ISO_8859_1), body.getBytes(StandardCharsets.UTF_16))) {
            assertThat(hear(bridge, bytes))
                    .isInstanceOfAny(Intake.Unreadable.class, Intake.Ignored.class, Intake.Receipts.class);
        }
    }

    /// Each byte of a genuine body is changed in turn, and the body cut there.
    @ParameterizedTest
    @EnumSource
    void no_body_makes_a_bridge_fail(Provider provider) {
        BridgeFixture bridge = open(provider);
        byte[] body = bridge.body(Person.BY_BOTH, ID, new Deed.Image("crachá"));

        for (int i = 0; i < body.length; i++) {
            byte[] changed = body.clone();
            changed[i] ^= (byte) (1 + i % 127);
            assertThatCode(() -> hear(bridge, changed)).doesNotThrowAnyException();
            byte[] cut = Arrays.copyOf(body, i);
            assertThatCode(() -> hear(bridge, cut)).doesNotThrowAnyException();
        }
    }

    static Stream<Arguments> files() {
        return each(
                Arguments.of(new Deed.Image("crachá")),
                Arguments.of(new Deed.Voice()),
                Arguments.of(new Deed.Document("comprovante.pdf")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_file_of_a_message_is_fetched_by_its_reference(Provider provider, Deed deed) {
        BridgeFixture bridge = open(provider);
        bridge.holds(BridgeFixture.VOICE);

        Media media =
                bridge.bridge().media(ref(told(bridge, Person.BY_BOTH, deed).content()));

        assertThat(media)
                .isInstanceOfSatisfying(
                        Media.Found.class,
                        found -> assertThat(found.content().bytes()).isEqualTo(BridgeFixture.VOICE));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_said_of_a_file_stands_beside_its_reference(Provider provider) {
        BridgeFixture bridge = open(provider);

        assertThat(told(bridge, Person.BY_BOTH, new Deed.Image("meu crachá")).content())
                .isInstanceOfSatisfying(
                        Content.Image.class,
                        image -> assertThat(image.caption()).contains("meu crachá"));
        assertThat(told(bridge, Person.BY_BOTH, new Deed.Document("comprovante.pdf"))
                        .content())
                .isInstanceOfSatisfying(
                        Content.Document.class,
                        file -> assertThat(file.fileName()).contains("comprovante.pdf"));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_whatsapp_has_no_more_is_gone(Provider provider) {
        BridgeFixture bridge = open(provider);
        bridge.losesFiles();

        Media media = bridge.bridge()
                .media(ref(told(bridge, Person.BY_BOTH, new Deed.Voice()).content()));

        assertThat(media).isInstanceOf(Media.Gone.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_largest_file_is_handed_over_and_one_byte_more_is_not(Provider provider) {
        BridgeFixture bridge = open(provider);

        bridge.holds(new byte[Fetched.MAX_BYTES]);
        Media largest = bridge.bridge()
                .media(ref(told(bridge, Person.BY_BOTH, new Deed.Voice()).content()));
        bridge.holds(new byte[Fetched.MAX_BYTES + 1]);
        Media longer = bridge.bridge()
                .media(ref(told(bridge, Person.BY_BOTH, new Deed.Voice()).content()));

        assertThat(largest).isInstanceOf(Media.Found.class);
        assertThat(longer).isInstanceOf(Media.TooLarge.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_that_is_not_its_own_leads_nowhere(Provider provider) {
        Bridge bridge = open(provider).bridge();

        for (Provider other : Provider.values()) {
            BridgeFixture another = open(other);
            another.holds(BridgeFixture.VOICE);
            String ref = ref(told(another, Person.BY_BOTH, new Deed.Voice()).content());
            boolean same = another.bridge().instance().equals(bridge.instance());
            assertThat(same || bridge.media(ref) instanceof Media.Gone).isTrue();
        }
        assertThat(bridge.media("http://127.0.0.1:1/a.ogg")).isInstanceOf(Media.Gone.class);
        assertThat(bridge.media("")).isInstanceOf(Media.Gone.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_text_goes_to_the_chat_that_was_told(Provider provider) {
        BridgeFixture bridge = open(provider);

        SendResult result = send(bridge, Optional.empty());

        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(bridge.sent())
                .containsExactly(new Sent(BridgeFixture.LID, "Qual é o seu nome? *agora*", Optional.empty()));
    }

    static Stream<Arguments> attachments() {
        return each(Arguments.of(Attachment.Kind.IMAGE), Arguments.of(Attachment.Kind.DOCUMENT));
    }

    @ParameterizedTest
    @MethodSource("attachments")
    void a_file_arrives_as_it_was(Provider provider, Attachment.Kind kind) {
        BridgeFixture bridge = open(provider);
        Attachment file =
                new Attachment(kind, "credencial.png", Base64.getEncoder().encodeToString(PNG));

        SendResult result = send(bridge, Optional.of(file));

        assertThat(result).isInstanceOf(SendResult.Sent.class);
        assertThat(bridge.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo(BridgeFixture.LID);
            assertThat(sent.text()).isEqualTo("Qual é o seu nome? *agora*");
            assertThat(sent.file().map(got -> got.content().bytes())).contains(PNG);
            assertThat(kind == Attachment.Kind.IMAGE
                            || sent.file().orElseThrow().name().equals("credencial.png"))
                    .isTrue();
        });
    }

    static Stream<Arguments> endings() {
        return each(
                Arguments.of(Ending.TAKEN, SendResult.Sent.class),
                Arguments.of(Ending.NOT_CONNECTED, SendResult.TryLater.class),
                Arguments.of(Ending.CREDENTIALS_WRONG, SendResult.TryLater.class),
                Arguments.of(Ending.REACH_LIMITED, SendResult.ReachLimited.class),
                Arguments.of(Ending.INVALID, SendResult.Refused.class),
                Arguments.of(Ending.TOO_LONG, SendResult.Refused.class),
                Arguments.of(Ending.REFUSED_BY_WHATSAPP, SendResult.TryLater.class),
                Arguments.of(Ending.UPLOAD_FAILED, SendResult.TryLater.class),
                Arguments.of(Ending.FAILED_SOMEWHERE, SendResult.Unknown.class),
                Arguments.of(Ending.NOT_IN_ITS_WORDS, SendResult.Unknown.class),
                Arguments.of(Ending.PROXY_FAILED, SendResult.Unknown.class),
                Arguments.of(Ending.CUT_OFF_AFTER_THE_BODY, SendResult.Unknown.class));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void every_ending_of_a_send_has_its_meaning(Provider provider, Ending ending, Class<SendResult> meaning) {
        BridgeFixture bridge = open(provider);
        bridge.onSend(ending);

        assertThat(send(bridge, Optional.empty())).isInstanceOf(meaning);
    }

    @ParameterizedTest
    @EnumSource
    void a_provider_that_is_away_got_nothing(Provider provider) {
        BridgeFixture bridge = open(provider);
        bridge.stops();

        assertThat(send(bridge, Optional.empty())).isInstanceOf(SendResult.TryLater.class);
        assertThat(bridge.bridge().session().state()).isEqualTo(State.UNREACHABLE);
        assertThat(bridge.bridge().pair()).isInstanceOf(Pairing.Failed.class);
        assertThat(bridge.bridge().pairByCode(new PhoneNumber("+5585911110000")))
                .isInstanceOf(PairingCode.Failed.class);
        assertThat(bridge.bridge().missedSince(SENT_AT)).isNotInstanceOf(Missed.Messages.class);
        assertThat(bridge.bridge().sentSince(outgoing(Optional.empty()), "r:1", SENT_AT))
                .isNotInstanceOf(Search.Found.class);
    }

    @ParameterizedTest
    @EnumSource
    void people_see_that_their_message_was_read_and_that_we_type(Provider provider) {
        BridgeFixture bridge = open(provider);
        IncomingMessage message = told(bridge, Person.BY_LID, new Deed.Text("oi"));

        bridge.bridge().showRead(message);
        bridge.bridge().showTyping(message);

        assertThat(bridge.signs())
                .hasSize(2)
                .allSatisfy(sign -> assertThat(sign).contains(BridgeFixture.LID));
        assertThat(bridge.signs().getFirst()).contains("read", ID);
        assertThat(bridge.signs().getLast()).contains("presence");
    }

    @ParameterizedTest
    @EnumSource
    void the_link_to_whatsapp_is_told(Provider provider) {
        BridgeFixture bridge = open(provider);

        bridge.link(true, true);
        assertThat(bridge.bridge().session().state()).isEqualTo(State.CONNECTED);
        bridge.link(false, true);
        assertThat(bridge.bridge().session().state()).isEqualTo(State.DISCONNECTED);
        bridge.link(true, false);
        assertThat(bridge.bridge().session().state()).isEqualTo(State.LOGGED_OUT);
        bridge.link(false, false);
        assertThat(bridge.bridge().session().state()).isEqualTo(State.LOGGED_OUT);
    }

    @ParameterizedTest
    @EnumSource
    void a_number_is_linked_by_a_picture(Provider provider) {
        BridgeFixture bridge = open(provider);
        bridge.offersQr(PNG);

        Pairing first = bridge.bridge().pair();
        Pairing pairing = first instanceof Pairing.Waiting ? bridge.bridge().pair() : first;

        assertThat(pairing).isInstanceOfSatisfying(Pairing.Qr.class, qr -> {
            assertThat(qr.png().bytes()).isEqualTo(PNG);
            assertThat(qr.fresh()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_number_is_linked_by_a_code(Provider provider) {
        BridgeFixture bridge = open(provider);
        bridge.offersCode();

        assertThat(bridge.bridge().pairByCode(new PhoneNumber("+5585911110000")))
                .isEqualTo(new PairingCode.Code(BridgeFixture.CODE));
    }

    @ParameterizedTest
    @EnumSource
    void a_check_up_finds_who_is_there_and_tells_no_secret(Provider provider) {
        BridgeFixture bridge = open(provider);

        List<Finding> findings = bridge.bridge().checkUp(bridge.webhook());
        bridge.stops();
        List<Finding> away = bridge.bridge().checkUp(bridge.webhook());

        assertThat(findings).extracting(Finding::kind).contains(Finding.Kind.REACHABLE, Finding.Kind.CONNECTED);
        assertThat(away).extracting(Finding::kind).contains(Finding.Kind.UNREACHABLE);
        assertThat(findings.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("segredo", "senha", "token-do", "0123456789abcdef");
    }

    /// Each with every provider before it.
    private static Stream<Arguments> each(Arguments... cases) {
        return Stream.of(Provider.values())
                .flatMap(provider -> Stream.of(cases)
                        .map(one -> Arguments.of(Stream.concat(Stream.of(provider), Stream.of(one.get()))
                                .toArray())));
    }

    static Stream<Arguments> people() {
        return each(Stream.of(Person.values()).map(Arguments::of).toArray(Arguments[]::new));
    }

    private BridgeFixture open(Provider provider) {
        BridgeFixture fixture = provider.open(folder.resolve("" + opened.size()));
        opened.add(fixture);
        return fixture;
    }

    private static Intake hear(BridgeFixture bridge, byte[] body) {
        return bridge.bridge().intake(bridge.genuine(body));
    }

    private static IncomingMessage told(BridgeFixture bridge, Person person, Deed deed) {
        return ((Intake.Messages) hear(bridge, bridge.body(person, ID, deed)))
                .messages()
                .getFirst();
    }

    private static String ref(Content content) {
        return switch (content) {
            case Content.Image image -> image.mediaRef();
            case Content.Audio audio -> audio.mediaRef();
            case Content.Document document -> document.mediaRef();
            default -> throw new AssertionError("a message without a file");
        };
    }

    private static SendResult send(BridgeFixture bridge, Optional<Attachment> file) {
        return bridge.bridge().send(outgoing(file), "r:1", PATIENCE);
    }

    private static OutgoingMessage outgoing(Optional<Attachment> file) {
        return new OutgoingMessage(
                BridgeFixture.LID, new ChannelName("any"), "norte", "Qual é o seu nome? *agora*", List.of(), file);
    }
}
