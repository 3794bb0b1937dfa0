package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the values of fields out of a cleaned text.
final class Values {
    /// A separator, or the first value beside the name.
    private static final Pattern END_OF_PART = Pattern.compile("[,;|]|[^ ]* ?@|[0-9]{3}\\.[0-9]{3}\\.");

    private final Congress congress;
    private final Municipalities municipalities;
    private final Words words;

    Values(Congress congress, Municipalities municipalities, Words words) {
        this.congress = congress;
        this.municipalities = municipalities;
        this.words = words;
    }

    /// The value of the asked field, with what stands unmistakably beside it. Never an aside.
    Heard read(String text, State.Collecting state) {
        Answers known = state.answers();
        Answers beside = beside(text, known).without(state.asked());
        String part = beside.none() || state.asked() != Field.NAME ? text : before(text);
        return switch (asked(part, state)) {
            case Heard.Given given -> new Heard.Given(beside.with(given.answers()));
            case Heard.Refused refused -> beside.none() ? refused : new Heard.Given(beside);
            case Heard heard -> heard;
        };
    }

    /// An e-mail address or a CPF that was not asked, not known, and cannot be anything else.
    Answers beside(String text, Answers known) {
        Answers found = Answers.NONE;
        if (!known.has(Field.EMAIL)
                && EmailAddress.parse(text, words) instanceof Parsed.Ok<EmailAddress>(EmailAddress email)) {
            found = found.with(email);
        }
        List<String> cpfs = Cpf.unmistakable(text);
        if (!known.has(Field.CPF)
                && cpfs.size() == 1
                && Cpf.parse(cpfs.getFirst()) instanceof Parsed.Ok<Cpf>(Cpf cpf)) {
            found = found.with(cpf);
        }
        return found;
    }

    /// The part before the values beside; nothing when it talks about them ("Ana Lima e-mail ana@…").
    private String before(String text) {
        String before = END_OF_PART.split(text, 2)[0];
        boolean labelled = words.contains(Meaning.FIELD_EMAIL, before) || words.contains(Meaning.FIELD_CPF, before);
        return labelled ? "" : before;
    }

    private Heard asked(String text, State.Collecting state) {
        return switch (state.asked()) {
            case NAME -> heard(Field.NAME, FullName.parse(text, words));
            case EMAIL -> heard(Field.EMAIL, EmailAddress.parse(text, words));
            case CPF -> heard(Field.CPF, Cpf.parse(text));
            case PHONE -> heard(Field.PHONE, Phone.parse(text));
            case CITY -> city(text, state);
            case PROFILE -> heard(Field.PROFILE, Profile.parse(text, congress.profiles(), words));
        };
    }

    private static Heard heard(Field field, Parsed<? extends Answer> parsed) {
        return switch (parsed) {
            case Parsed.Ok<? extends Answer> ok -> new Heard.Given(Answers.of(ok.value()));
            case Parsed.Invalid<? extends Answer> invalid -> new Heard.Refused(field, invalid.reason());
            case Parsed.Suggest<? extends Answer> suggest -> new Heard.Suggested(suggest);
        };
    }

    private Heard city(String text, State.Collecting state) {
        if (state.pending().orElse(null) instanceof Pending.ChooseOne choice) {
            return chosen(text, choice);
        }
        return found(municipalities.find(text, words));
    }

    /// The state of the city, or another city after all.
    private Heard chosen(String text, Pending.ChooseOne choice) {
        Optional<Uf> state = municipalities.state(words.withoutLeadIn(Meaning.CITY_LEAD_IN, text));
        if (state.isEmpty()) {
            Heard other = found(municipalities.find(text, words));
            return other instanceof Heard.Refused ? new Heard.Refused(Field.CITY, Reason.STATE_NOT_OFFERED) : other;
        }
        return choice.candidates().stream()
                .filter(city -> city.state() == state.get())
                .findFirst()
                .<Heard>map(city -> new Heard.Given(Answers.of(city)))
                .orElseGet(() -> new Heard.Refused(Field.CITY, Reason.STATE_NOT_OFFERED));
    }

    private static Heard found(Municipalities.Found found) {
        return switch (found) {
            case Municipalities.Found.One one -> new Heard.Given(Answers.of(one.municipality()));
            case Municipalities.Found.Several several -> new Heard.Ambiguous(several.municipalities());
            case Municipalities.Found.None none -> new Heard.Refused(Field.CITY, none.reason());
        };
    }
}
