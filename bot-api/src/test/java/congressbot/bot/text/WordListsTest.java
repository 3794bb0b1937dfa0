package congressbot.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The lists of words of every language.
class WordListsTest {
    private static final Path FOLDER = Path.of("src/main/resources/congressbot/bot");
    private static final Pattern BOLD = Pattern.compile("\\*([^*]+)\\*");
    private static final Pattern SENTENCE = Pattern.compile("[a-z][A-Za-z0-9.-]+=.*");

    private static final List<Meaning> PAIRS =
            List.of(Meaning.NUMBER_WORD, Meaning.ORDINAL, Meaning.PROFILE_WORD, Meaning.EMAIL_DOMAIN_SLIP);

    /// What a person may write as it stands in bold letters.
    private static final List<Meaning> ORDERS = List.of(
            Meaning.WISH,
            Meaning.YES,
            Meaning.NO,
            Meaning.BACK,
            Meaning.CANCEL,
            Meaning.RESTART,
            Meaning.HELP,
            Meaning.KEEP,
            Meaning.CONTINUE,
            Meaning.THIS_PHONE,
            Meaning.NO_CPF,
            Meaning.MY_DATA,
            Meaning.EXPORT,
            Meaning.ERASE,
            Meaning.RESEND,
            Meaning.CORRECT);

    /// Bold words that are only to be read: what is asked for, and numbers.
    private static final Map<Language, Set<String>> READ = new EnumMap<>(Map.of(
            Language.PORTUGUESE,
            Set.of(
                    "telefone com DDD",
                    "DDD",
                    "sobrenome",
                    "passaporte",
                    "estado",
                    "e-mail",
                    "crachá",
                    "cidade",
                    "todos os seus dados",
                    "nome",
                    "nome e sobrenome",
                    "nome completo",
                    "CPF",
                    "CNPJ",
                    "11 números do CPF",
                    "perfil"),
            Language.ENGLISH,
            Set.of(
                    "phone number with area code",
                    "area code",
                    "last name",
                    "passport",
                    "state",
                    "email",
                    "badge",
                    "city",
                    "all your data",
                    "name",
                    "first and last name",
                    "full name",
                    "CPF",
                    "CNPJ",
                    "11 digits of your CPF",
                    "profile"),
            Language.SPANISH,
            Set.of(
                    "teléfono con código de área",
                    "código de área",
                    "apellido",
                    "pasaporte",
                    "estado",
                    "correo electrónico",
                    "credencial",
                    "ciudad",
                    "todos tus datos",
                    "nombre",
                    "nombre y apellido",
                    "nombre completo",
                    "CPF",
                    "CNPJ",
                    "11 números del CPF",
                    "perfil")));

    @ParameterizedTest
    @EnumSource
    void every_language_has_the_same_lists(Language language) throws IOException {
        List<String> expected =
                Arrays.stream(Meaning.values()).map(Meaning::fileName).sorted().toList();
        try (Stream<Path> files = Files.list(FOLDER.resolve("words").resolve(language.tag()))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_word_stands_for_two_things_in_one_list(Language language) throws IOException {
        List<String> contradictions = new ArrayList<>();
        for (Meaning meaning : PAIRS) {
            Map<String, String> known = new HashMap<>();
            for (String line : lines(language, meaning)) {
                String[] sides = line.split("=", 2);
                String before = known.putIfAbsent(left(meaning, sides[0]), sides[1]);
                if (before != null && !before.equals(sides[1])) {
                    contradictions.add(meaning + ": " + line + " and " + before);
                }
            }
        }

        assertThat(contradictions).isEmpty();
    }

    private static String left(Meaning meaning, String side) {
        return meaning == Meaning.EMAIL_DOMAIN_SLIP ? side : Spelling.folded(side);
    }

    @ParameterizedTest
    @EnumSource
    void no_line_stands_twice_in_a_list(Language language) throws IOException {
        List<String> repeated = new ArrayList<>();
        for (Meaning meaning : Meaning.values()) {
            Set<String> known = new TreeSet<>();
            for (String line : lines(language, meaning)) {
                if (!known.add(line)) {
                    repeated.add(meaning + ": " + line);
                }
            }
        }

        assertThat(repeated).isEmpty();
    }

    private static List<String> lines(Language language, Meaning meaning) throws IOException {
        Path file = FOLDER.resolve("words").resolve(language.tag()).resolve(meaning.fileName());
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_printed_in_bold_as_an_answer_is_understood(Language language) throws IOException {
        Words words = Words.load(language);
        Set<String> strange = new TreeSet<>();
        for (String line : Files.readAllLines(FOLDER.resolve("text").resolve(language.tag() + ".properties"))) {
            if (SENTENCE.matcher(line).matches()) {
                BOLD.matcher(line)
                        .results()
                        .map(match -> match.group(1))
                        .filter(bold -> bold.chars().anyMatch(Character::isLetter) && bold.indexOf('{') < 0)
                        .filter(bold -> !isRead(language, bold) && !isOrder(words, bold))
                        .forEach(strange::add);
            }
        }

        assertThat(strange).isEmpty();
    }

    private static boolean isRead(Language language, String bold) {
        return READ.getOrDefault(language, Set.of()).contains(bold);
    }

    private static boolean isOrder(Words words, String bold) {
        return ORDERS.stream().anyMatch(meaning -> words.is(meaning, bold))
                || words.contains(Meaning.SOMEBODY_ELSE, bold)
                || words.contains(Meaning.CORRECT, bold);
    }
}
