package congressbot.bot.panel.chats;

import static congressbot.bot.testing.TestDatabase.rows;
import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Accounts;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Role;
import congressbot.bot.attention.Attending;
import congressbot.bot.conversation.Conversing;
import congressbot.bot.conversation.TurnResult.Answered;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.panel.Browser;
import congressbot.bot.panel.OpenPanel;
import congressbot.bot.panel.Part;
import congressbot.bot.session.SnapshotCache;
import congressbot.bot.testing.Enrolled;
import congressbot.bot.testing.FakeGateway;
import congressbot.bot.testing.Person;
import congressbot.bot.testing.Rooms;
import congressbot.wire.bot.SendState;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.queue.ConversationQueue;
import congressbot.wire.queue.QueueLimits;
import congressbot.wire.testing.TestRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class ChatPagesTest {
    private static final String CPF = "529.982.247-25";

    private final UnifiedJedis redis = TestRedis.emptied();
    private final ConversationQueue queue = new ConversationQueue(redis, QueueLimits.defaults());
    private final HttpCaller http = new HttpCaller(1);
    private final OpenPanel panel = OpenPanel.with(this::parts);
    private final Conversing conversing = Rooms.conversing(panel.jdbi, redis, queue, panel.time);
    private final Person maria = new Person("5562998765432", panel.time.instant());
    private final Browser ana = panel.as(Role.SUPPORT);

    @AfterEach
    void close() {
        panel.close();
        http.close();
        redis.close();
    }

    private List<Part> parts(OpenPanel open) {
        Attending attending = Attending.over(
                new Attending.Stores(
                        open.jdbi,
                        new Outbox(open.jdbi),
                        queue,
                        new SnapshotCache(),
                        Rooms.alerts(open.jdbi, open.time)),
                open.receptions,
                new AuditLog(open.jdbi, open.time),
                () -> {},
                open.time);
        return List.of(new ChatPages(
                attending,
                open.pages,
                new ChatPages.Colleagues(new Accounts(open.jdbi, open.time), new AuditLog(open.jdbi, open.time)),
                new GatewayClient(http, URI.create("http://127.0.0.1:1"), FakeGateway.KEY, Duration.ofSeconds(1)),
                open.time));
    }

    @Test
    void an_empty_list_helps() {
        HttpResponse<String> list = ana.get("/painel/conversas");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("Ainda não há conversas.");
    }

    @Test
    void the_list_shows_who_waits_for_a_person() {
        talk("quero me inscrever", "Maria da Silva", "quero falar com um atendente");

        assertThat(ana.get("/painel/conversas?filtro=waiting").body())
                .contains("Maria da Silva", "espera uma pessoa", "no e-mail", "1 não lida");
        assertThat(ana.get("/painel/conversas?filtro=taken").body()).doesNotContain("Maria da Silva");
        assertThat(ana.get("/painel/conversas?busca=sílva").body()).contains("Maria da Silva");
        assertThat(ana.get("/painel/conversas?busca=99876").body()).contains("Maria da Silva");
        assertThat(ana.get("/painel/conversas?busca=Joana").body()).contains("Nada encontrado");
    }

    @Test
    void a_chat_is_found_by_both_forms_of_its_number() {
        talk("oi");

        assertThat(ana.get("/painel/conversas?busca=62+9876-5432").body()).doesNotContain("Nada encontrado");
        assertThat(ana.get("/painel/conversas?busca=(62)+99876-5432").body()).doesNotContain("Nada encontrado");
        assertThat(ana.get("/painel/conversas?busca=(11)+9876-5432").body()).contains("Nada encontrado");
    }

    @Test
    void a_registration_with_the_same_number_is_shown_as_a_guess() {
        talk("oi");
        long number =
                Enrolled.named("Maria Importada").withPhone("+556298765432").in(panel.jdbi);
        Enrolled.named("Outra Pessoa")
                .withCpf("11144477735")
                .withPhone("+556232097000")
                .in(panel.jdbi);

        assertThat(ana.get(path()).body())
                .contains("Talvez também", "/painel/inscritos/" + number, "Confirme com a pessoa")
                .doesNotContain("/painel/inscritos/" + (number + 1));
        assertThat(panel.organiser().get("/painel/conversas").statusCode()).isEqualTo(200);
    }

    @Test
    void an_edited_message_shows_its_new_words_and_keeps_the_old_ones() {
        talk("quero me inscrever");
        IncomingMessage name = maria.says("Mario da Silva");
        conversing.engine().turn(List.of(name));
        conversing.engine().turn(List.of(maria.edits(name, "Maria da Silva")));

        assertThat(ana.get(path()).body()).contains("Editada pela pessoa", "Mario da Silva", "Maria da Silva");
    }

    @Test
    void a_deleted_message_shows_that_it_was_deleted() {
        talk("quero me inscrever");
        IncomingMessage name = maria.says("Mario Segredo");
        conversing.engine().turn(List.of(name));
        conversing.engine().turn(List.of(maria.edits(name, "Maria Segredo")));
        conversing.engine().turn(List.of(maria.deletes(name)));

        String transcript = ana.get(path()).body().replaceAll("(?s).*<ol class=\"chat-bubbles\"", "");

        assertThat(transcript).contains("Mensagem apagada pela pessoa").doesNotContain("Mario Segredo");
    }

    @Test
    void the_old_address_of_a_chat_that_went_into_another_leads_there() {
        talk("quero me inscrever");
        String lid = "184467440737095@lid";
        conversing.engine().turn(List.of(maria.saysAs(lid, List.of(lid), "oi")));
        String old = rows(panel.jdbi, "SELECT max(id) FROM conversations").getFirst();

        conversing.engine().turn(List.of(maria.saysAs(lid, List.of(lid, maria.jid()), "Maria da Silva")));

        assertThat(Browser.location(ana.get("/painel/conversas/" + old))).isEqualTo(path());
        assertThat(ana.get("/painel/conversas/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_photo_from_the_organisers_phone_pauses_the_bot_and_stands_there() {
        talk("quero me inscrever");
        conversing.engine().turn(List.of(maria.sends(new Content.FromStaff(""))));

        assertThat(ana.get(path()).body())
                .contains("Alguém respondeu pelo celular da organização.", "Enviou uma mídia pelo celular");
        assertThat(((Answered) conversing.engine().turn(List.of(maria.says("Maria da Silva")))).send())
                .isEqualTo(SendState.NONE);
    }

    @Test
    void a_number_that_is_off_is_told_on_every_page_until_it_is_linked_again() {
        ChannelName gowa = new ChannelName("gowa");
        told(new GatewayFact.SessionChanged(gowa, Person.ACCOUNT, "logged out", panel.time.instant()));

        for (String page : List.of("/painel/conversas", "/painel/conta")) {
            assertThat(ana.get(page).body())
                    .contains("O número +55 85 91111-0000 foi desligado do WhatsApp.", "/pairing", "role=\"alert\"");
        }
        told(new GatewayFact.SessionChanged(gowa, Person.ACCOUNT, "connected", panel.time.instant()));
        assertThat(ana.get("/painel/conversas").body()).doesNotContain("desligado do WhatsApp");
        panel.jdbi.useTransaction(handle -> panel.numbers.note(
                handle,
                new GatewayFact.ReachLimited(
                        gowa, Person.ACCOUNT, panel.time.instant().plusSeconds(3_600), panel.time.instant())));
        assertThat(ana.get("/painel/conversas").body()).contains("só pode responder, por enquanto.", "Vai até");
    }

    private void told(GatewayFact.SessionChanged fact) {
        panel.jdbi.useTransaction(handle -> panel.numbers.note(handle, fact));
    }

    @Test
    void the_bell_rings_within_seconds_and_is_quiet_when_nothing_changed() {
        talk("quero falar com um atendente");

        HttpResponse<String> bell = ana.get("/painel/avisos");
        String again = bell.body().replaceAll("(?s).*(visto=[^\"]+)\".*", "$1");

        assertThat(bell.body()).contains("conversa espera você", "pediu para falar com uma pessoa");
        assertThat(ana.get("/painel/avisos?" + again).statusCode()).isEqualTo(204);
        assertThat(ana.get("/painel/conversas").body()).contains("hx-get=\"/painel/avisos\"");
    }

    @Test
    void a_chat_is_taken_over_answered_noted_and_given_back() {
        talk("quero falar com um atendente");

        ana.submit(path() + "/assumir", Map.of("ate", "30"));
        HttpResponse<String> said =
                ana.submit(path() + "/dizer", Map.of("texto", "Bom dia, Maria!", "vez", "11111111"));
        ana.submit(path() + "/nota", Map.of("texto", "É palestrante", "vez", "22222222"));
        String page = ana.get(path()).body();
        ana.submit(path() + "/devolver", Map.of());

        assertThat(Browser.location(said)).isEqualTo(path() + "?aviso=chat-said");
        assertThat(page).contains("Você responde esta conversa", "Bom dia, Maria!", "É palestrante", "a enviar");
        assertThat(ana.get(path()).body()).contains("O bot responde esta conversa.");
        assertThat(rows(panel.jdbi, "SELECT deed FROM audit_log WHERE subject_kind = 'conversation' ORDER BY id"))
                .containsExactly("take-over", "close-alert", "say", "note", "give-back");
        assertThat(rows(panel.jdbi, "SELECT body ->> 'text' FROM outbox WHERE key LIKE 'p:%' ORDER BY id"))
                .hasSize(3)
                .contains("Bom dia, Maria!");
    }

    @Test
    void words_for_a_chat_that_is_not_hers_come_back_to_be_sent_later() {
        talk("oi");

        HttpResponse<String> refused =
                ana.submit(path() + "/dizer", Map.of("texto", "Um texto <b>longo</b>", "vez", "33333333"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Nada foi enviado", "Um texto &lt;b&gt;longo&lt;/b&gt;");
        assertThat(rows(panel.jdbi, "SELECT key FROM outbox WHERE key LIKE 'p:%'"))
                .isEmpty();
    }

    @Test
    void other_words_by_a_form_that_said_something_already_are_kept_for_another_form() {
        talk("oi");
        ana.submit(path() + "/assumir", Map.of("ate", "30"));
        ana.submit(path() + "/dizer", Map.of("texto", "Bom dia", "vez", "55555555"));
        ana.submit(path() + "/nota", Map.of("texto", "Ligar", "vez", "66666666"));

        HttpResponse<String> said =
                ana.submit(path() + "/dizer", Map.of("texto", "Bom dia, Maria!", "vez", "55555555"));
        HttpResponse<String> noted = ana.submit(path() + "/nota", Map.of("texto", "Ligar hoje", "vez", "66666666"));

        assertThat(said.statusCode()).isEqualTo(409);
        assertThat(said.body())
                .contains("já tinha enviado outro", ">Bom dia, Maria!<")
                .doesNotContain("55555555");
        assertThat(noted.statusCode()).isEqualTo(422);
        assertThat(noted.body())
                .contains("já tinha enviado outro", ">Ligar hoje<")
                .doesNotContain("66666666");
        assertThat(rows(panel.jdbi, "SELECT text FROM conversation_notes")).containsExactly("Ligar");
        assertThat(rows(panel.jdbi, "SELECT content ->> 'text' FROM messages WHERE said_by = 'account'"))
                .containsExactly("Bom dia");
    }

    @Test
    void the_second_person_sees_who_has_it() {
        talk("oi");
        Browser rui = panel.as(Role.EDITOR);
        ana.submit(path() + "/assumir", Map.of("ate", "30"));

        HttpResponse<String> second = rui.submit(path() + "/assumir", Map.of("ate", "30"));
        String page = rui.get(path()).body();
        rui.submit(path() + "/assumir", Map.of("ate", "30", "mesmo", "1"));

        assertThat(Browser.location(second)).endsWith("aviso=chat-held");
        assertThat(page).contains("Conta support responde esta conversa", "Assumir mesmo assim");
        assertThat(ana.get(path()).body()).contains("Conta editor responde esta conversa");
    }

    @Test
    void a_cpf_is_shown_whole_on_request_only_and_that_is_noted() {
        talk("quero me inscrever", "Maria da Silva", "maria@ufg.br", "cpf " + CPF);
        Browser owner = panel.organiser();

        assertThat(owner.get(path()).body()).contains("•••.982.247-••").doesNotContain(CPF);
        assertThat(owner.get(path() + "?cpf=inteiro").body()).contains(CPF);
        assertThat(ana.get(path() + "?cpf=inteiro").body()).doesNotContain(CPF);
        assertThat(rows(panel.jdbi, "SELECT count(*) FROM audit_log WHERE deed = 'read-document'"))
                .containsExactly("1");
    }

    @Test
    void a_cpf_in_a_note_is_covered_like_one_in_the_chat() {
        talk("oi");
        ana.submit(path() + "/nota", Map.of("texto", "o cpf dela é " + CPF, "vez", "55555555"));

        assertThat(ana.get(path() + "?cpf=inteiro").body())
                .contains("o cpf dela é •••.982.247-••")
                .doesNotContain(CPF);
        assertThat(panel.organiser().get(path() + "?cpf=inteiro").body()).contains("o cpf dela é " + CPF);
        assertThat(rows(panel.jdbi, "SELECT count(*) FROM audit_log WHERE deed = 'read-document'"))
                .containsExactly("1");
    }

    @Test
    void a_passport_is_covered_like_a_cpf_once_it_is_known() {
        talk("meu passaporte é ab 123456");
        Enrolled.named("Ana Lima").withCpf("").in(panel.jdbi);

        panel.jdbi.useHandle(
                handle -> handle.execute("UPDATE participants SET conversation_id = (SELECT id FROM conversations)"));

        assertThat(ana.get(path()).body()).contains("é •• •••456").doesNotContain("123456");
    }

    @Test
    void a_cpf_at_the_end_of_what_the_list_shows_is_covered_before_it_is_cut() {
        talk("oi");
        String words = "x".repeat(133) + " " + CPF;

        panel.jdbi.useHandle(handle -> handle.execute(
                "UPDATE messages SET content = jsonb_set(content, '{text}', to_jsonb(CAST(? AS text)))", words));

        assertThat(ana.get("/painel/conversas").body()).contains("x •••.98…").doesNotContain("529");
    }

    @Test
    void a_chat_of_another_congress_is_not_found() {
        talk("oi");
        panel.jdbi.useHandle(handle -> handle.execute("UPDATE conversations SET congress_id = 'outro'"));

        assertThat(ana.get(path()).statusCode()).isEqualTo(404);
        assertThat(ana.get(path() + "/arquivo/1").statusCode()).isEqualTo(404);
        for (String deed : List.of("assumir", "devolver", "dizer", "nota", "nota/1/apagar", "lida", "atribuir")) {
            assertThat(ana.submit(path() + "/" + deed, Map.of("texto", "x", "vez", "44444444"))
                            .statusCode())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(ana.get("/painel/conversas").body()).contains("Ainda não há conversas.");
    }

    @Test
    void a_voice_note_that_the_channel_has_no_more_is_told_kindly() {
        turn(maria.sends(new Content.Audio(
                "ref", Optional.of("audio/ogg"), Optional.of(3), Optional.empty(), Optional.of("meu nome é Maria"))));
        String message = rows(panel.jdbi, "SELECT id FROM messages WHERE direction = 'in'")
                .getFirst();

        assertThat(ana.get(path()).body()).contains("<audio controls", "Transcrição", "meu nome é Maria");
        assertThat(ana.get(path() + "/arquivo/" + message).body()).contains("O arquivo não está aqui");
    }

    @Test
    void two_editors_of_a_canned_reply_lose_nothing() {
        ana.submit("/painel/respostas", Map.of("titulo", "Certificado", "texto", "Sai em dez dias."));
        String id = rows(panel.jdbi, "SELECT id FROM canned_replies").getFirst();
        ana.submit("/painel/respostas/" + id, Map.of("titulo", "Certificado", "texto", "Sai em cinco.", "versao", "1"));

        HttpResponse<String> late = ana.submit(
                "/painel/respostas/" + id, Map.of("titulo", "Certificado", "texto", "Sai em vinte.", "versao", "1"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Outra pessoa mudou", "Sai em cinco.", "Sai em vinte.");
    }

    @Test
    void what_happens_comes_by_itself() throws IOException, InterruptedException {
        talk("oi");
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader events = new BufferedReader(new InputStreamReader(
                        client.send(
                                        ana.withCookies(ana.to(path() + "/ao-vivo?depois=0"))
                                                .header("Accept", "text/event-stream")
                                                .build(),
                                        BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            assertThat(until(events, "event: state")).contains("event: bubble", "chat-person", "chat-bot");

            talk("quero falar com um atendente, cpf " + CPF);

            assertThat(until(events, "event: state"))
                    .contains("quero falar com um atendente, cpf •••.982.247-••", "id: ");
        }
    }

    private static String until(BufferedReader events, String last) throws IOException {
        StringBuilder read = new StringBuilder();
        String line = events.readLine();
        while (line != null && !line.startsWith(last)) {
            read.append(line).append('\n');
            line = events.readLine();
        }
        return read.toString();
    }

    @Test
    void a_taken_chat_says_nothing_by_the_bot() {
        talk("oi");
        ana.submit(path() + "/assumir", Map.of("ate", "120"));

        assertThat(turn(maria.says("quero me inscrever")).send()).isEqualTo(SendState.NONE);
    }

    private void talk(String... texts) {
        for (String text : texts) {
            turn(maria.says(text));
        }
    }

    private Answered turn(IncomingMessage message) {
        return (Answered) conversing.engine().turn(List.of(message));
    }

    private String path() {
        return "/painel/conversas/"
                + rows(panel.jdbi, "SELECT id FROM conversations").getFirst();
    }
}
