package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files hold every state as this version writes it. A later shape adds files
/// (`-Dstates.write=true` writes those that are missing) and must still read these.
class StoredStateTest {
    private static final Path FOLDER = Path.of("src/test/resources/states");

    static Stream<Map.Entry<String, State>> states() {
        Map<String, State> states = new LinkedHashMap<>();
        State.Collecting city = Sample.asking(Field.CITY);
        State.Confirming confirming = new State.Confirming(Sample.REGISTRATION, 1, Optional.empty(), Optional.empty());
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
        states.putAll(sinceTheDialogueUnderstandsMore());
        return states.entrySet().stream();
    }

    private static Map<String, State> sinceTheDialogueUnderstandsMore() {
        Map<String, State> states = new LinkedHashMap<>();
        State.Collecting name = Sample.asking(Field.NAME);
        State.Collecting document = Sample.asking(Field.CPF);
        State.Collecting phone = Sample.asking(Field.PHONE);
        State.Collecting city = Sample.asking(Field.CITY);
        Cpf cpf = new Cpf("52998224725");
        Pending documents = new Pending.ChooseOne(List.of(cpf, new Cpf("11144477735")));
        Pending places = new Pending.ChooseOne(
                List.of(new Municipality(3530805, "Mogi Mirim", Uf.SP), new Abroad("Lisboa", "PT")));
        states.put("idle-language", new State.Idle(1, Optional.of(new Pending.WhichLanguage())));
        states.put("idle-erasing", State.START.with(Optional.of(new Pending.ReallyErase(Optional.empty()))));
        states.put("collecting-surname", name.with(Optional.of(new Pending.RestOf(Field.NAME, "Silvana"))));
        states.put("collecting-area-code", phone.with(Optional.of(new Pending.RestOf(Field.PHONE, "998765432"))));
        states.put("collecting-country", city.with(Optional.of(new Pending.RestOf(Field.CITY, "Toowoomba"))));
        states.put("collecting-choice-of-documents", document.with(Optional.of(documents)));
        states.put("collecting-choice-of-places", city.with(Optional.of(places)));
        states.put(
                "collecting-heard-by-voice",
                document.with(Optional.of(new Pending.HeardByVoice(cpf, Optional.empty()))));
        states.put(
                "collecting-several-heard-by-voice",
                document.with(Optional.of(new Pending.HeardByVoice(cpf, Optional.of(Answers.of(Sample.PHONE))))));
        states.put("collecting-passport", document.with(Optional.of(new Pending.PassportInstead())));
        states.put("collecting-registered", document.with(Optional.of(new Pending.MailToRegistered(cpf))));
        states.put(
                "collecting-ninth-digit",
                phone.with(Optional.of(new Pending.DidYouMean(Sample.PHONE, Optional.empty()))));
        states.put("collecting-change", city.with(Optional.of(new Pending.WhatToChange())));
        states.put("collecting-erasing", city.with(Optional.of(new Pending.ReallyErase(Optional.of(places)))));
        states.put(
                "collecting-returning", city.with(Optional.of(new Pending.ContinueOrRestart(Optional.of(documents)))));
        states.putAll(ofSomebodyWhoIsRegistered());
        return states;
    }

    private static Map<String, State> ofSomebodyWhoIsRegistered() {
        Map<String, State> states = new LinkedHashMap<>();
        Optional<Followup> another = Optional.of(new Followup.Another(42));
        Optional<Followup> change = Optional.of(new Followup.Change(42, Optional.empty()));
        Registration abroad = Sample.ABROAD;
        List<Pending.WhichRegistration.Entry> entries = List.of(
                new Pending.WhichRegistration.Entry(42, "Maria da Silva"),
                new Pending.WhichRegistration.Entry(43, "Ana Silva"));
        states.put(
                "collecting-another",
                new State.Collecting(Sample.NOTICE, Answers.NONE, Field.NAME, 0, Optional.empty(), another));
        Optional<Followup> changeSince = Optional.of(new Followup.Change(42, Optional.of(abroad)));
        states.put(
                "collecting-change-since",
                new State.Collecting(Sample.NOTICE, abroad.answers(), Field.EMAIL, 0, Optional.empty(), changeSince));
        states.put(
                "collecting-badge",
                new State.Collecting(Sample.NOTICE, abroad.answers(), Field.BADGE, 1, Optional.empty(), change));
        states.put("confirming-document", new State.Confirming(Sample.REGISTRATION, 1, Optional.empty(), another));
        states.put("confirming-abroad", new State.Confirming(abroad, 0, Optional.empty(), change));
        states.put("completed-change", new State.Completed(42, 0, Optional.of(new Pending.WhatToChange())));
        for (Pending.WhichRegistration.Deed deed : Pending.WhichRegistration.Deed.values()) {
            Pending which = new Pending.WhichRegistration(entries, deed);
            states.put(
                    "completed-which-to-" + deed.name().toLowerCase(Locale.ROOT),
                    new State.Completed(43, 2, Optional.of(which)));
        }
        return states;
    }

    @Test
    void every_kind_of_state_question_and_answer_is_among_them() throws IOException {
        StringBuilder stored = new StringBuilder();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                stored.append(Files.readString(file));
            }
        }

        assertThat(stored).contains(kinds(State.class)).contains(kinds(Pending.class));
        assertThat(stored).contains(kinds(Answer.class)).contains(kinds(Followup.class));
    }

    private static List<String> kinds(Class<?> type) {
        return Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .map(kind -> "\"type\":\"" + kind.name() + "\"")
                .toList();
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_stored_state_is_read_back(Map.Entry<String, State> entry) throws IOException {
        Path file = FOLDER.resolve(entry.getKey() + ".json");
        if (Boolean.getBoolean("states.write") && Files.notExists(file)) {
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
        assertThat(entry.getValue().toString())
                .doesNotContain("Silva", "maria", "52998224725", "998765432", "Silvana", "FX123456", "Zuzu");
    }
}
