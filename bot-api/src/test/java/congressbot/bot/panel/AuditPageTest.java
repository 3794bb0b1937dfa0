package congressbot.bot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.Account;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Role;
import congressbot.bot.account.Subject;
import congressbot.bot.account.Witness;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPageTest {
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final OpenPanel panel = OpenPanel.at(OpenPanel.PLAIN);
    private final AuditLog log = new AuditLog(panel.jdbi, panel.time);
    private final Browser owner = panel.organiser();

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void every_deed_has_portuguese_words() {
        Wording wording = Wording.load();

        assertThat(Arrays.stream(Deed.values()).map(deed -> "deed." + deed.code()))
                .allMatch(key -> wording.find(key).isPresent());
    }

    @Test
    void every_role_has_portuguese_words() {
        Wording wording = Wording.load();

        assertThat(Arrays.stream(Role.values()).map(role -> "role." + role.code()))
                .allMatch(key -> wording.find(key).isPresent()
                        && wording.find(key + ".may").isPresent());
    }

    @Test
    void it_says_when_who_what_and_of_whom() {
        log.note(witness(panel.account(Role.DOOR)), Deed.READ_DOCUMENT, new Subject("participant", 12));

        assertThat(text(owner.get("/painel/registro").body()))
                .contains("20/11/2026 22:30 Conta door viu o CPF inteiro inscrição 12")
                .contains("congress-bot convidou conta Conta door (Portaria)");
    }

    @Test
    void it_is_read_by_deed_and_by_person() {
        Account door = panel.account(Role.DOOR);
        log.note(witness(door), Deed.READ_DOCUMENT, new Subject("participant", 12));
        log.note(witness(panel.account(Role.OWNER)), Deed.EXPORT, new Subject("list", "12 lines"));

        String byDeed = owner.get("/painel/registro?o-que=export").body();
        String byPerson = owner.get("/painel/registro?quem=" + door.id()).body();
        String byBoth =
                owner.get("/painel/registro?o-que=export&quem=" + door.id()).body();

        assertThat(byDeed).contains("12 lines").doesNotContain("inscrição 12");
        assertThat(byPerson).contains("inscrição 12").doesNotContain("12 lines");
        assertThat(byBoth).contains("Nada no registro combina").doesNotContain("12 lines");
    }

    @Test
    void older_lines_are_on_further_pages_each_once() {
        IntStream.range(0, 250)
                .forEach(i -> log.note(
                        witness(panel.account(Role.OWNER)), Deed.EXPORT, new Subject("list", "line" + i + "!")));
        String path = "/painel/registro?o-que=export";
        StringBuilder all = new StringBuilder();

        for (int page = 0; page < 3; page++) {
            String body = owner.get(path).body();
            all.append(body);
            Matcher older = OLDER.matcher(body);
            path = older.find() ? older.group(1).replace("&amp;", "&") : "none";
        }

        assertThat(path).isEqualTo("none");
        assertThat(IntStream.range(0, 250)).allMatch(i -> all.toString().split("line" + i + "!", -1).length == 2);
    }

    @Test
    void another_congress_has_a_log_of_its_own() {
        log.note(Witness.ofCommand("other"), Deed.EXPORT, new Subject("list", "of the others"));

        assertThat(owner.get("/painel/registro").body()).doesNotContain("of the others");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?antes=x",
                "?antes=-1",
                "?antes=99999999999999999999",
                "?quem=x",
                "?quem=%00",
                "?o-que=x",
                "?o-que=%00",
                "?o-que=%27%20OR%201%3D1--",
                "?quem=1&quem=2"
            })
    void what_is_no_filter_does_no_harm(String query) {
        assertThat(owner.get("/painel/registro" + query).statusCode()).isEqualTo(200);
    }

    private static Witness witness(Account account) {
        return Witness.of(account);
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
