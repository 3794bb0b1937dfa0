package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Meaning;
import congressbot.bot.text.Spelling;
import congressbot.bot.text.Text;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Words;
import congressbot.wire.message.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which answers each open question offers: a function of the state alone, so that what is shown and what is understood
/// cannot differ.
final class Offers {
    // The ids that callers of the HTTP door know; the labels are texts.
    private static final String YES = "sim";
    private static final String NO = "nao";

    private final Congress congress;
    private final Municipalities municipalities;
    private final Texts texts;

    Offers(Congress congress, Municipalities municipalities, Texts texts) {
        this.congress = congress;
        this.municipalities = municipalities;
        this.texts = texts;
    }

    List<Offer> of(State state) {
        return state.pending().map(this::of).orElseGet(() -> switch (state) {
            case State.Collecting collecting when collecting.asked() == Field.PROFILE -> profiles();
            case State.Confirming _ -> yesOrNo("confirm");
            case State.Idle _, State.Collecting _, State.Completed _ -> List.of();
        });
    }

    private List<Offer> of(Pending pending) {
        return switch (pending) {
            case Pending.WantToRegister _ -> yesOrNo("register");
            case Pending.DidYouMean slip -> yesOrNo(slip.typed().isPresent() ? "as-typed" : "slip");
            case Pending.ChooseOne choice -> states(choice);
            case Pending.WhatToChange _ -> fields();
            case Pending.ReallyCancel _ -> yesOrNo("cancel");
        };
    }

    /// What the offer means that a message picks; its text is folded.
    Optional<Heard> picked(String folded, State state, Words words) {
        List<Offer> offers = of(state);
        String typed = Spelling.withPlainDigits(words.withoutLeadIn(Meaning.PROFILE_LEAD_IN, folded));
        return IntStream.range(0, offers.size())
                .filter(i -> offers.get(i).picked(typed, i + 1))
                .mapToObj(i -> offers.get(i).means())
                .findFirst();
    }

    private List<Offer> yesOrNo(String question) {
        return List.of(
                new Offer(new Option(YES, label("yes." + question)), new Heard.Yes()),
                new Offer(new Option(NO, label("no." + question)), new Heard.No()));
    }

    private List<Offer> states(Pending.ChooseOne choice) {
        return choice.candidates().stream()
                .map(city -> new Offer(
                        new Option(city.state().name(), municipalities.nameOf(city.state())),
                        new Heard.Given(Answers.of(city))))
                .toList();
    }

    private List<Offer> profiles() {
        List<Offer> offers = new ArrayList<>();
        for (String label : congress.profiles()) {
            Heard means = new Heard.Given(Answers.of(new Profile(label)));
            offers.add(new Offer(new Option(String.valueOf(offers.size() + 1), label), means));
        }
        return offers;
    }

    private List<Offer> fields() {
        List<Offer> offers = new ArrayList<>();
        for (Field field : Field.values()) {
            offers.add(new Offer(
                    new Option(String.valueOf(offers.size() + 1), label("field." + field.key())),
                    new Heard.ToChange(field)));
        }
        return offers;
    }

    private String label(String key) {
        return texts.render(Text.of("label." + key));
    }
}
