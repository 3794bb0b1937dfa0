package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Language;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Words;
import congressbot.wire.message.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which answers each open question offers: a function of the state alone, so that what is shown and what is understood
/// cannot differ.
final class Offers {
    // The ids that callers of the HTTP door know; the labels are texts.
    private static final String YES = "sim";
    private static final String NO = "nao";

    /// The right side of `última=last` in the list of ordinals.
    private static final String LAST = "last";

    private final Congress congress;
    private final Municipalities municipalities;
    private final Labels labels;

    Offers(Congress congress, Municipalities municipalities, Labels labels) {
        this.congress = congress;
        this.municipalities = municipalities;
        this.labels = labels;
    }

    List<Offer> of(State state) {
        return state.pending().map(pending -> of(pending, state)).orElseGet(() -> switch (state) {
            case State.Collecting collecting when collecting.asked() == Field.PROFILE -> profiles();
            case State.Confirming _ -> yesOrNo("confirm");
            case State.Idle _, State.Collecting _, State.Completed _ -> List.of();
        });
    }

    private List<Offer> of(Pending pending, State state) {
        return switch (pending) {
            case Pending.WantToRegister _ -> yesOrNo("register");
            case Pending.DidYouMean slip -> yesOrNo(slip.typed().isPresent() ? "as-typed" : "slip");
            case Pending.HeardByVoice _, Pending.MailToRegistered _ -> yesOrNo("slip");
            case Pending.ChooseOne choice -> candidates(choice);
            case Pending.RestOf _, Pending.PassportInstead _ -> List.of();
            case Pending.WhatToChange _ -> fields(state);
            case Pending.WhichRegistration which -> registrations(which);
            case Pending.WhichLanguage _ -> languages();
            case Pending.ReallyCancel _ -> yesOrNo("cancel");
            case Pending.ReallyErase _ -> yesOrNo("erase");
            case Pending.ContinueOrRestart _ -> continueOrRestart();
        };
    }

    /// What the offer means that a message picks; its text is folded.
    Optional<Heard> picked(String folded, State state, Words words) {
        List<Offer> offers = of(state);
        String typed = words.withoutTail(
                Meaning.FILLER, Spelling.withPlainDigits(words.withoutLeadIn(Meaning.PROFILE_LEAD_IN, folded)));
        String ordinal = words.pairs(Meaning.ORDINAL).getOrDefault(typed, typed);
        String number = ordinal.equals(LAST) ? String.valueOf(offers.size()) : ordinal;
        return IntStream.range(0, offers.size())
                .filter(i -> offers.get(i).picked(folded, number, i + 1)
                        || offers.get(i).picked(typed, number, i + 1))
                .mapToObj(i -> offers.get(i).means())
                .findFirst();
    }

    private List<Offer> yesOrNo(String question) {
        return List.of(
                new Offer(new Option(YES, labels.of("yes." + question)), new Heard.Yes()),
                new Offer(new Option(NO, labels.of("no." + question)), new Heard.No()));
    }

    private List<Offer> continueOrRestart() {
        return List.of(
                new Offer(new Option("1", labels.of("continue")), new Heard.Yes()),
                new Offer(new Option("2", labels.of("restart")), new Heard.Ordered(Heard.Command.RESTART)));
    }

    private List<Offer> candidates(Pending.ChooseOne choice) {
        List<Offer> offers = new ArrayList<>();
        for (Answer candidate : choice.candidates()) {
            Heard means = new Heard.Given(Told.of(candidate));
            Option option = choice.sharesName() && candidate instanceof Municipality city
                    ? new Option(city.state().name(), municipalities.nameOf(city.state()))
                    : new Option(String.valueOf(offers.size() + 1), candidate.shown());
            offers.add(new Offer(option, means));
        }
        return offers;
    }

    private List<Offer> profiles() {
        List<Offer> offers = new ArrayList<>();
        for (String label : congress.profiles()) {
            Heard means = new Heard.Given(Told.of(new Profile(label)));
            offers.add(new Offer(new Option(String.valueOf(offers.size() + 1), label), means));
        }
        return offers;
    }

    /// Of an unfinished form, only what was told can be wrong.
    private List<Offer> fields(State state) {
        List<Field> fields = Arrays.stream(Field.values())
                .filter(field -> !(state instanceof State.Collecting form)
                        || form.answers().has(field))
                .toList();
        List<Offer> offers = new ArrayList<>();
        for (Field field : fields) {
            offers.add(new Offer(
                    new Option(String.valueOf(offers.size() + 1), labels.of(field)), new Heard.ToChange(field)));
        }
        return offers;
    }

    private static List<Offer> registrations(Pending.WhichRegistration which) {
        List<Offer> offers = new ArrayList<>();
        for (Pending.WhichRegistration.Entry entry : which.entries()) {
            offers.add(new Offer(
                    new Option(String.valueOf(offers.size() + 1), entry.name()), new Heard.Picked(entry.number())));
        }
        return offers;
    }

    private List<Offer> languages() {
        List<Offer> offers = new ArrayList<>();
        for (Language language : Language.values()) {
            offers.add(new Offer(
                    new Option(language.tag(), labels.of("language." + language.tag())), new Heard.Speak(language)));
        }
        return offers;
    }
}
