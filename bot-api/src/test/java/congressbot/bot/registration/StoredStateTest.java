package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files hold every state as this version writes it. A later shape adds files and must still read these.
class StoredStateTest {
    private static final Path FOLDER = Path.of("src/test/resources/states");

    static Stream<Map.Entry<String, State>> states() {
        Map<String, State> states = new LinkedHashMap<>();
        State.Collecting city = Sample.asking(Field.CITY);
        State.Confirming confirming = new State.Confirming(Sample.REGISTRATION, 1, Optional.empty());
        Municipality one = new Municipality(2202307, "Bom Jesus", Uf.PI);
        Municipality other = new Municipality(4302402, "Bom Jesus", Uf.RS);
        Pending choice = new Pending.ChooseOne(List.of(one, other));
        EmailAddress typed = new EmailAddress("maria@gmial.com");
        Pending slip = new Pending.DidYouMean(Sample.REGISTRATION.email(), Optional.of(typed));
        states.put("idle", State.START);
        states.put("idle-invited", new State.Idle(2, Optional.of(new Pending.WantToRegister())));
        states.put("collecting-first", Sample.asking(Field.NAME));
        states.put("collecting", city);
        states.put("collecting-slip", Sample.asking(Field.EMAIL).with(Optional.of(slip)));
        states.put("collecting-choice", city.with(Optional.of(choice)));
        states.put("collecting-cancelling", city.with(Optional.of(new Pending.ReallyCancel(Optional.of(choice)))));
        states.put("confirming", confirming);
        states.put("confirming-change", confirming.with(Optional.of(new Pending.WhatToChange())));
        states.put("completed", new State.Completed(42, 0, Optional.empty()));
        states.put(
                "completed-cancelling",
                new State.Completed(42, 3, Optional.of(new Pending.ReallyCancel(Optional.empty()))));
        return states.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_stored_state_is_read_back(Map.Entry<String, State> entry) throws IOException {
        Path file = FOLDER.resolve(entry.getKey() + ".json");
        if (Boolean.getBoolean("states.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, Json.write(entry.getValue()) + "\n");
        }

        State read = Json.read(Files.readString(file), State.class);

        assertThat(read).isEqualTo(entry.getValue());
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_comes_back_as_it_was_written(Map.Entry<String, State> entry) throws JsonProcessingException {
        String json = Json.write(entry.getValue());

        assertThat(Json.read(json, State.class)).isEqualTo(entry.getValue());
    }

    @ParameterizedTest
    @MethodSource("states")
    void the_text_form_shows_nothing_personal(Map.Entry<String, State> entry) {
        assertThat(entry.getValue().toString()).doesNotContain("Silva", "maria", "52998224725", "998765432");
    }
}
