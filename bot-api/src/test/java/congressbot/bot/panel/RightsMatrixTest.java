package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.BotApi;
import congressbot.bot.BotSettings;
import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.Entrance;
import congressbot.bot.account.Right;
import congressbot.bot.account.Role;
import congressbot.bot.account.Token;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congresses;
import congressbot.bot.testing.Enrolled;
import congressbot.bot.testing.TestBot;
import congressbot.bot.testing.TestDatabase;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every route of the panel as bot-api has it, and who may ask for it. The table is `rights.txt`, which
/// `-Drewrite` writes anew.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {
    private static final Path TABLE = Path.of("src/test/resources/congressbot/bot/panel/rights.txt");
    private static final String PASSWORD = "girafa lilas na estacao";

    /// The number of nothing: whoever may change something changes nothing here either.
    private static final String NOTHING = "999999999";

    /// A stream of half a minute: a test of the chats reads it.
    private static final String LIVE = "/painel/conversas/{id}/ao-vivo";

    private static final String LEAVING = "/painel/sair";
    private static final Set<String> BEFORE_THE_DOOR =
            Set.of("/painel/entrar", "/painel/codigo", "/painel/convite/{token}", "/painel/primeiro");
    private static final Set<HandlerType> AROUND = Set.of(HandlerType.BEFORE, HandlerType.AFTER);

    /// That a session was used is noted with each call.
    private static final Set<String> CHANGES_ANYWAY = Set.of("account_sessions", "flyway_schema_history");

    private final Jdbi jdbi = TestDatabase.emptied();
    private final BotSettings settings = TestBot.settings(Map.of());
    private final BotApi bot = BotApi.start(settings);
    private final List<Desk.Route> routes = bot.panel().guarded().stream()
            .distinct()
            .sorted(Comparator.comparing(Desk.Route::path)
                    .thenComparing(route -> route.method().name()))
            .toList();

    @AfterAll
    void close() {
        bot.close();
    }

    @Test
    void the_table_of_rights_is_the_one_that_was_looked_at() throws IOException {
        String table = "%-5s%-50s%s%n".formatted("", "", columns(role -> role.code()))
                + routes.stream().map(RightsMatrixTest::line).collect(Collectors.joining());
        if (System.getProperty("rewrite") != null) {
            Files.writeString(TABLE, table);
        }

        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private static String line(Desk.Route route) {
        return "%-5s%-50s%s%n"
                .formatted(route.method().name(), route.path(), columns(role -> may(role, route) ? "yes" : "no"));
    }

    private static String columns(Function<Role, String> cell) {
        return Arrays.stream(Role.values())
                .map(role -> "%-9s".formatted(cell.apply(role)))
                .collect(Collectors.joining())
                .stripTrailing();
    }

    @Test
    void there_is_no_route_beside_those_of_the_table_and_the_few_before_the_door() {
        Stream<String> expected = Stream.concat(
                routes.stream().map(route -> named(route.method(), route.path())),
                BEFORE_THE_DOOR.stream()
                        .flatMap(path -> Stream.of(named(HandlerType.GET, path), named(HandlerType.POST, path))));

        List<String> all =
                Javalin.create(config -> bot.panel().addTo(config.routes))
                        .unsafe
                        .internalRouter
                        .allHttpHandlers()
                        .stream()
                        .map(handler -> handler.endpoint)
                        .filter(endpoint -> !AROUND.contains(endpoint.method))
                        .filter(endpoint -> !endpoint.path.startsWith("/assets/"))
                        .map(endpoint -> named(endpoint.method, endpoint.path))
                        .toList();

        assertThat(all).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    private static String named(HandlerType method, String path) {
        return method.name() + " " + path;
    }

    /// That the panel's classes register nothing past the desk is a rule of the architecture.
    @Test
    void nobody_outside_the_panel_answers_below_its_path() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("/panel/"))
                            .filter(file -> read(file).contains("\"/painel")))
                    .extracting(file -> file.getFileName().toString())
                    .containsOnly("PanelCommand.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_may_what_the_table_says_and_what_it_may_not_changes_nothing(Role role) {
        try (Browser browser = as(role)) {
            String before = everything();
            for (Desk.Route route : these(route -> !may(role, route))) {
                assertThat(ask(browser, route).statusCode()).as("%s", route).isEqualTo(403);
            }
            assertThat(everything()).isEqualTo(before);

            for (Desk.Route route : these(route -> may(role, route))) {
                HttpResponse<String> answer = ask(browser, route);
                assertThat(answer.statusCode())
                        .as("%s", route)
                        .isNotIn(401, 403, 405)
                        .isLessThan(500);
                if (!route.path().equals(LEAVING)) {
                    assertThat(Browser.location(answer)).as("%s", route).doesNotStartWith(Door.IN);
                }
            }
        }
    }

    @Test
    void without_a_session_everything_leads_to_the_door_and_nothing_changes() {
        as(Role.OWNER).close();
        try (Browser browser = new Browser(bot.port())) {
            browser.cookies().put("painel", Token.fresh().value());
            String before = everything();

            for (Desk.Route route : routes) {
                HttpResponse<String> answer = ask(browser, route);
                assertThat(answer.statusCode()).as("%s", route).isEqualTo(303);
                assertThat(Browser.location(answer)).as("%s", route).startsWith(Door.IN);
                assertThat(askFor(browser, route, Map.of("nome", "Ana")).statusCode())
                        .as("%s", route)
                        .isIn(303, 401);
            }

            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void a_form_without_the_token_of_the_session_changes_nothing() {
        try (Browser browser = as(Role.OWNER)) {
            String before = everything();

            for (Desk.Route route : these(route -> route.method().equals(HandlerType.POST))) {
                assertThat(askFor(browser, route, Map.of()).statusCode())
                        .as("%s", route)
                        .isEqualTo(403);
                assertThat(askFor(browser, route, Map.of("csrf", "", "nome", "Ana"))
                                .statusCode())
                        .as("%s", route)
                        .isEqualTo(403);
            }

            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void a_form_of_another_site_changes_nothing_even_with_the_token() {
        try (Browser browser = as(Role.OWNER)) {
            Map<String, String> form = Map.of("csrf", browser.formToken());
            String before = everything();

            for (Desk.Route route : these(route -> route.method().equals(HandlerType.POST))) {
                assertThat(browser.postFrom(path(route), form, Map.of("Sec-Fetch-Site", "cross-site"))
                                .statusCode())
                        .as("%s", route)
                        .isEqualTo(403);
            }

            assertThat(everything()).isEqualTo(before);
        }
    }

    /// A chat has the number of the registration, so that both stand under the same addresses.
    @ParameterizedTest
    @EnumSource(Role.class)
    void a_whole_cpf_is_on_no_page_of_whoever_may_not_see_it_and_in_the_log_of_whoever_may(Role role) {
        long number = Enrolled.named("Rosa Prado").of(congress()).in(jdbi);
        chat(number);
        try (Browser browser = as(role)) {
            List<HttpResponse<String>> shown =
                    these(route -> route.method().equals(HandlerType.GET) && may(role, route)).stream()
                            .filter(route -> !route.path().equals(LIVE))
                            .map(route -> route.path().replaceAll("\\{[^}]+}", Long.toString(number)))
                            .flatMap(path -> Stream.of(browser.get(path), browser.get(path + "?" + Visit.WHOLE_CPF)))
                            .toList();

            if (role.may(Right.SEE_WHOLE_CPF)) {
                assertThat(shown.stream().filter(RightsMatrixTest::hasWholeCpf))
                        .extracting(answer -> answer.uri().getPath())
                        .contains(Panel.PATH + "/inscritos")
                        .matches(pages -> pages.contains(chatPath(number)) == role.may(Right.SEE_CHATS));
                assertThat(TestDatabase.rows(
                                jdbi, "SELECT DISTINCT account_name FROM audit_log WHERE deed = 'read-document'"))
                        .contains("Conta " + role.code());
            } else {
                assertThat(shown).isNotEmpty().noneMatch(RightsMatrixTest::hasWholeCpf);
                assertThat(shown.stream().filter(page -> page.body().contains("•••.982.247-••")))
                        .extracting(answer -> answer.uri().getPath())
                        .matches(pages -> pages.contains(chatPath(number)) == role.may(Right.SEE_CHATS));
            }
        } finally {
            jdbi.useHandle(handle -> {
                handle.execute("DELETE FROM messages WHERE conversation_id = ?", number);
                handle.execute("DELETE FROM conversations WHERE id = ?", number);
                handle.execute("DELETE FROM participants WHERE id = ?", number);
            });
        }
    }

    private void chat(long number) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH contact AS (INSERT INTO contacts (congress_id) VALUES (:congress) RETURNING id),
                        chat AS (INSERT INTO conversations (id, congress_id, channel, account, contact_id, reply_to,
                                                            state, step, version, message_count, last_seen_at)
                                 OVERRIDING SYSTEM VALUE
                                 SELECT :number, :congress, 'gowa', '1', id, 'x', '{"type": "idle"}', 'IDLE', 1, 1, now()
                                 FROM contact RETURNING id)
                        INSERT INTO messages (congress_id, conversation_id, direction, turn_key, content, delivery, at)
                        SELECT :congress, id, 'in', 'r:' || id, '{"type": "Text", "text": "cpf 529.982.247-25"}',
                               'received', now()
                        FROM chat
                        """)
                .bind("congress", congress())
                .bind("number", number)
                .execute());
    }

    private static String chatPath(long number) {
        return Panel.PATH + "/conversas/" + number;
    }

    private static boolean hasWholeCpf(HttpResponse<String> page) {
        return page.body().contains("52998224725") || page.body().contains("529.982.247-25");
    }

    private static boolean may(Role role, Desk.Route route) {
        return route.right().isEmpty() || role.may(route.right().get());
    }

    /// Leaving comes last.
    private List<Desk.Route> these(Predicate<Desk.Route> wanted) {
        return routes.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(route -> route.path().equals(LEAVING)))
                .toList();
    }

    private static HttpResponse<String> ask(Browser browser, Desk.Route route) {
        return askFor(browser, route, Map.of("csrf", browser.formToken()));
    }

    private static HttpResponse<String> askFor(Browser browser, Desk.Route route, Map<String, String> form) {
        return route.method().equals(HandlerType.GET) ? browser.get(path(route)) : browser.post(path(route), form);
    }

    private static String path(Desk.Route route) {
        return route.path().replaceAll("\\{[^}]+}", NOTHING);
    }

    private String congress() {
        return Congresses.read(settings.congressDir(), settings.publicUrl())
                .getFirst()
                .id();
    }

    private Browser as(Role role) {
        String email = role.code() + "@congresso.example";
        InstantSource time = InstantSource.system();
        new AccountDesk(jdbi, time)
                .invite(Witness.ofCommand(congress()), email, "Conta " + role.code(), role)
                .ifPresent(link -> new Entrance(jdbi, time).choose(link, PASSWORD));
        Browser browser = new Browser(bot.port());
        browser.logIn(email, PASSWORD);
        return browser;
    }

    /// All rows of all tables that only somebody's deed changes.
    private String everything() {
        return TestDatabase.rows(jdbi, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
                .stream()
                .filter(table -> !CHANGES_ANYWAY.contains(table))
                .map(table -> table + ": " + TestDatabase.rows(jdbi, "SELECT t::text FROM " + table + " t ORDER BY 1"))
                .collect(Collectors.joining("\n"));
    }
}
