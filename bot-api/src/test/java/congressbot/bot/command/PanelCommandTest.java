package congressbot.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.Entrance;
import congressbot.bot.account.Entrance.Knocked;
import congressbot.bot.account.Role;
import congressbot.bot.account.Token;
import congressbot.bot.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PanelCommandTest {
    private static final String PASSWORD = "uma frase que ninguem adivinha";

    private final Jdbi jdbi = TestDatabase.emptied();
    private final AccountDesk accounts = new AccountDesk(jdbi, InstantSource.system());
    private final Entrance entrance = new Entrance(jdbi, InstantSource.system());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final PanelCommand command = new PanelCommand(
            accounts, new PanelCommand.Place("default", URI.create("https://inscricoes.example")), out, out);

    @Test
    void an_added_account_gets_a_link_by_which_it_comes_in() {
        int status = run("user", "add", "Ana@Congresso.org.br", "Ana Lima");

        assertThat(status).isEqualTo(PanelCommand.DONE);
        assertThat(said()).contains("https://inscricoes.example/painel/convite/");
        entrance.choose(link(), PASSWORD);
        assertThat(entrance.knock("ana@congresso.org.br", PASSWORD))
                .isInstanceOfSatisfying(
                        Knocked.In.class, in -> assertThat(in.account().role()).isEqualTo(Role.OWNER));
    }

    @Test
    void another_link_takes_the_first_ones_place() {
        run("user", "add", "ana@congresso.org.br", "Ana Lima", "door");
        Token first = link();

        run("user", "link", "ana@congresso.org.br");

        assertThat(entrance.invited(first)).isEmpty();
        assertThat(entrance.invited(link())).isPresent();
    }

    @Test
    void what_cannot_be_is_told_and_changes_nothing() {
        run("user", "add", "ana@congresso.org.br", "Ana Lima");
        entrance.choose(link(), PASSWORD);

        assertThat(List.of(
                        run("user", "add", "ana@congresso.org.br", "Ana Souza"),
                        run("user", "add", "ana", "Ana Souza"),
                        run("user", "add", "rui@congresso.org.br", "R"),
                        run("user", "link", "rui@congresso.org.br"),
                        run("user", "disable", "rui@congresso.org.br"),
                        run("user", "disable", "ana@congresso.org.br")))
                .containsOnly(PanelCommand.NOT_POSSIBLE);
        assertThat(accounts.list("default")).singleElement().satisfies(listed -> {
            assertThat(listed.account().name()).isEqualTo("Ana Lima");
            assertThat(listed.disabled()).isFalse();
        });
    }

    @Test
    void the_list_names_everybody() {
        run("user", "add", "ana@congresso.org.br", "Ana Lima");
        run("user", "add", "rui@congresso.org.br", "Rui Melo", "viewer");
        said.reset();

        run("user", "list");

        assertThat(said().lines()).hasSize(2);
        assertThat(said()).contains("ana@congresso.org.br", "Rui Melo", "viewer", "convidada");
    }

    @Test
    void other_words_are_wrong_use() {
        for (String line :
                List.of("", "user", "user add", "user add a@b.c", "user add a@b.c Ana king", "user drop x", "x list")) {
            assertThat(AccountWish.of(List.of(line.split(" ")))).as(line).isEmpty();
        }
    }

    private int run(String... arguments) {
        return command.run(AccountWish.of(List.of(arguments)).orElseThrow());
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /// The token of the link that was shown last.
    private Token link() {
        String all = said().strip();
        return new Token(all.substring(all.lastIndexOf('/') + 1));
    }
}
