package congressbot.wire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @TempDir
    private Path dataDir;

    @Test
    void the_parts_are_taken_apart_and_decoded() {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://bot:p%40ss+1@db:5433/congress?sslmode=require");

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/congress?sslmode=require");
        assertThat(address.user()).isEqualTo("bot");
        assertThat(address.password().reveal()).isEqualTo("p@ss+1");
        assertThat(address.toString()).doesNotContain("p@ss");
    }

    @Test
    void the_usual_port_need_not_be_said() {
        assertThat(DatabaseAddress.parse("postgres://bot:x@db/congress").jdbcUrl())
                .isEqualTo("jdbc:postgresql://db:5432/congress");
    }

    @Test
    void a_replica_may_be_named_and_is_checked_like_the_rest() {
        Env without = new Env(Map.of("DATA_DIR", dataDir.toString()));
        Env with = new Env(Map.of("DATA_DIR", dataDir.toString(), "DATABASE_READ_URL", "postgresql://a:b@c/d"));
        Env wrong = new Env(Map.of("DATA_DIR", dataDir.toString(), "DATABASE_READ_URL", "c/d"));

        assertThat(DatabaseAddress.ofReplica(without)).isEmpty();
        assertThat(DatabaseAddress.ofReplica(with)).map(DatabaseAddress::user).contains("a");
        assertThat(DatabaseAddress.ofReplica(wrong)).isEmpty();
        assertThatThrownBy(wrong::finish)
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .asString()
                                .startsWith("DATABASE_READ_URL: expected"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db",
                "mysql://a:b@c/d",
                "postgresql://db/congress",
                "postgresql://a@db/x",
                "postgresql://a:b@db"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
