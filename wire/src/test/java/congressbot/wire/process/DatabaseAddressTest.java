package congressbot.wire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
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
