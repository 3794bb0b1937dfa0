package congressbot.dev.people;

import congressbot.dev.bridge.FakeBridge.Written;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Somebody who registers: one of many, each with a phone, an address and a CPF of her own.
///
/// @param phone digits only
/// @param messages in the order in which she writes them; the last one confirms
public record Person(String phone, List<Written> messages) {
    private static final List<String> LINES = lines();

    /// The first of our CPFs and phones; any number would do.
    private static final int FIRST_CPF = 100_000_000;

    private static final int FIRST_PHONE = 80_000_000;

    public Person {
        messages = List.copyOf(messages);
    }

    /// The person of this number.
    ///
    /// @param number tells her from all others
    public static Person of(int number) {
        String mobile = "9" + (FIRST_PHONE + number);
        String phone = "5562" + mobile;
        List<Written> messages = new ArrayList<>();
        for (String line : LINES) {
            String text = line.replace("{email}", "bench%d@ufg.br".formatted(number))
                    .replace("{cpf}", CpfNumber.of(FIRST_CPF + number))
                    .replace("{phone}", "(62) %s-%s".formatted(mobile.substring(0, 5), mobile.substring(5)));
            messages.add(new Written(phone, "3A%06d%02d".formatted(number, messages.size()), text));
        }
        return new Person(phone, messages);
    }

    /// Messages of one registration.
    public static int messageCount() {
        return LINES.size();
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(Person.class.getResourceAsStream("registration.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
