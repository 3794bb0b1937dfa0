package congressbot.dev.dialogues;

import congressbot.dev.people.CpfNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Somebody who has registered before, in another chat.
sealed interface Stranger {
    /// With this CPF, eleven digits.
    record OfCpf(String cpf) implements Stranger {}

    /// With this address.
    record OfEmail(String email) implements Stranger {}

    /// All that she writes.
    ///
    /// @param number tells her from all others
    default List<String> messages(int number) {
        return switch (this) {
            case OfCpf(String cpf) -> Words.of(number, "neighbour%d@ufg.br".formatted(number), cpf);
            case OfEmail(String email) -> Words.of(number, email, CpfNumber.of(Words.FIRST_CPF + number));
        };
    }

    /// The resource with her messages.
    final class Words {
        /// The first of the CPFs and phones made up here; any number would do.
        private static final int FIRST_CPF = 120_000_000;

        private static final int FIRST_PHONE = 81_000_000;

        private static final List<String> LINES = lines();

        private Words() {}

        private static List<String> of(int number, String email, String cpf) {
            return LINES.stream()
                    .map(line -> line.replace("{email}", email)
                            .replace("{cpf}", cpf)
                            .replace("{phone}", "629" + (FIRST_PHONE + number)))
                    .toList();
        }

        private static List<String> lines() {
            try (InputStream file = Objects.requireNonNull(Stranger.class.getResourceAsStream("stranger.txt"))) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
