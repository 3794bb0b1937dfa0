package congressbot.bot.participant;

import congressbot.bot.registration.Cpf;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Numbers that differ from a typed one by one slip: a digit too many, too few, another, or swapped with its neighbour.
final class Variants {
    private static final int CPF_LENGTH = 11;
    private static final int LANDLINE = 10;
    private static final int MOBILE = 11;
    private static final int LOCAL_MOBILE = 9;
    private static final int FIRST_AREA_CODE = 11;
    private static final int LAST_AREA_CODE = 99;
    private static final String BRAZIL = "55";
    private static final int DIGITS = 10;

    private Variants() {}

    /// CPFs, with right check digits; none unless about as many digits were typed.
    static Set<String> cpfs(String typed) {
        return of(typed, CPF_LENGTH).filter(Cpf::valid).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Brazilian phones as they are stored, also those whose area code was not typed.
    static Set<String> phones(String typed) {
        String bare = typed.replaceFirst("^0+", "");
        String national = bare.startsWith(BRAZIL) && bare.length() > MOBILE ? bare.substring(2) : bare;
        Set<String> phones = Stream.of(MOBILE, LANDLINE)
                .flatMap(length -> of(national, length))
                .map(number -> "+" + BRAZIL + number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (national.length() <= LOCAL_MOBILE) {
            of(national, LOCAL_MOBILE)
                    .forEach(local -> IntStream.rangeClosed(FIRST_AREA_CODE, LAST_AREA_CODE)
                            .forEach(code -> phones.add("+" + BRAZIL + code + local)));
        }
        return phones;
    }

    private static Stream<String> of(String typed, int length) {
        return switch (typed.length() - length) {
            case 0 -> Stream.of(others(typed), swaps(typed)).flatMap(stream -> stream);
            case 1 -> IntStream.range(0, typed.length()).mapToObj(i -> typed.substring(0, i) + typed.substring(i + 1));
            case -1 ->
                IntStream.rangeClosed(0, typed.length())
                        .boxed()
                        .flatMap(i -> digits().map(digit -> typed.substring(0, i) + digit + typed.substring(i)));
            default -> Stream.empty();
        };
    }

    /// The number itself is one of them.
    private static Stream<String> others(String typed) {
        return IntStream.range(0, typed.length())
                .boxed()
                .flatMap(i -> digits().map(digit -> typed.substring(0, i) + digit + typed.substring(i + 1)));
    }

    private static Stream<String> swaps(String typed) {
        return IntStream.range(1, typed.length())
                .mapToObj(i ->
                        typed.substring(0, i - 1) + typed.charAt(i) + typed.charAt(i - 1) + typed.substring(i + 1));
    }

    private static Stream<String> digits() {
        return IntStream.range(0, DIGITS).mapToObj(Integer::toString);
    }
}
