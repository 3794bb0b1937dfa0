package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Recognises CPFs, and the passports of those who have none.
final class Documents implements Recogniser {
    private static final int CNPJ_LENGTH = 14;
    private static final Pattern DIGITS = Pattern.compile("[0-9]");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    /// As it stands on the card, or with other marks between the groups: `529.982.247-25`, `529 982 247 25`
    private static final Pattern GROUPED =
            Pattern.compile("(?<![0-9])[0-9]{3}[ .,/-]+[0-9]{3}[ .,/-]+[0-9]{3} ?[ .,/–-]*[0-9]{2}(?![0-9])");

    /// Eleven digits and nothing else: `52998224725`, `529982247-25`
    private static final Pattern PLAIN = Pattern.compile("(?<![0-9+(-])[0-9]{9}[ ./–-]?[0-9]{2}(?![0-9-])");

    /// Letters and digits in one: `FX123456`, `AB 123456`
    private static final Pattern PASSPORT =
            Pattern.compile("\\b(?:[A-Z]{1,3}[ -]?[0-9][0-9 -]{3,12}[0-9][A-Z]?|[0-9]{6,9}|[A-Z0-9]{6,15})\\b");

    private static final Pattern HAS_DIGIT = Pattern.compile(".*[0-9].*[0-9].*");

    private final Words words;

    Documents(Words words) {
        this.words = words;
    }

    @Override
    public Field field() {
        return Field.CPF;
    }

    @Override
    public List<Finding> find(Said said) {
        List<Finding> found = new ArrayList<>();
        Finding.addAll(GROUPED, Finding.Certainty.SURE, said, text -> judge(digitsOf(text)), found);
        Finding.addAll(PLAIN, Finding.Certainty.POSSIBLE, said, text -> judge(digitsOf(text)), found);
        return found;
    }

    /// A CPF, whatever the punctuation; or a passport, where the piece names it.
    @Override
    public Parsed<? extends Document> read(String piece) {
        if (words.contains(Meaning.PASSPORT, piece)) {
            return passport(piece);
        }
        String digits = digitsOf(piece);
        if (digits.length() == Cpf.LENGTH) {
            return judge(digits);
        }
        if (digits.length() == Cpf.LENGTH - 1 && Cpf.valid("0" + digits)) {
            return new Parsed.Suggest<>(new Cpf("0" + digits), Optional.empty());
        }
        List<Document> good = valid(piece);
        return switch (good.size()) {
            case 0 -> wrong(digits);
            case 1 -> new Parsed.Ok<>(good.getFirst());
            default -> new Parsed.Choose<>(good);
        };
    }

    /// The valid CPFs of a piece, each once.
    private static List<Document> valid(String piece) {
        List<Document> good = new ArrayList<>();
        for (Pattern pattern : List.of(GROUPED, PLAIN)) {
            pattern.matcher(piece)
                    .results()
                    .map(match -> judge(digitsOf(match.group())))
                    .forEach(parsed -> {
                        if (parsed instanceof Parsed.Ok<Document>(Document cpf) && !good.contains(cpf)) {
                            good.add(cpf);
                        }
                    });
        }
        return good;
    }

    private static Parsed<Document> wrong(String digits) {
        return new Parsed.Invalid<>(
                switch (digits.length()) {
                    case 0 -> Reason.CPF_NO_DIGITS;
                    case Cpf.LENGTH - 1 -> Reason.CPF_TEN_DIGITS;
                    case CNPJ_LENGTH -> Reason.CPF_IS_CNPJ;
                    default -> digits.length() < Cpf.LENGTH ? Reason.CPF_TOO_SHORT : Reason.CPF_TOO_LONG;
                });
    }

    private static Parsed<Document> judge(String digits) {
        if (digits.length() != Cpf.LENGTH) {
            return wrong(digits);
        }
        if (digits.chars().distinct().count() == 1) {
            return new Parsed.Invalid<>(Reason.CPF_REPEATED);
        }
        return Cpf.valid(digits) ? new Parsed.Ok<>(new Cpf(digits)) : new Parsed.Invalid<>(Reason.CPF_CHECK_DIGITS);
    }

    @Override
    public Optional<Document> exactly(String piece) {
        return read(piece) instanceof Parsed.Ok<? extends Document> ok ? Optional.of(ok.value()) : Optional.empty();
    }

    /// The number of a passport, which was asked for or named.
    Parsed<Document> passport(String piece) {
        String rest = words.without(Meaning.PASSPORT, Spelling.cleaned(piece)).toUpperCase(Locale.ROOT);
        if (piece.contains("@")) {
            return new Parsed.Invalid<>(Reason.PASSPORT_MALFORMED);
        }
        return PASSPORT.matcher(rest)
                .results()
                .map(match -> match.group().replaceAll("[ -]", ""))
                .filter(number -> HAS_DIGIT.matcher(number).matches() && !isOtherNumber(number))
                .findFirst()
                .<Parsed<Document>>map(number -> new Parsed.Ok<>(new Passport(number)))
                .orElseGet(() -> new Parsed.Invalid<>(Reason.PASSPORT_MALFORMED));
    }

    /// Eleven digits are a CPF or a phone; a word before a number is no part of it.
    private boolean isOtherNumber(String number) {
        String letters = DIGITS.matcher(number).replaceAll("");
        boolean word = letters.length() > 1 && words.of(Meaning.NOT_A_PASSPORT).contains(Spelling.folded(letters));
        return number.length() - letters.length() >= Cpf.LENGTH || word;
    }

    private static String digitsOf(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }
}
