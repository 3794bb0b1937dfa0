package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// While no registration is under way.
final class IdleMoves {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Congress.Enrolment enrolment;
    private final Sentences sentences;
    private final CollectingMoves collecting;

    IdleMoves(Congress.Enrolment enrolment, Sentences sentences, CollectingMoves collecting) {
        this.enrolment = enrolment;
        this.sentences = sentences;
        this.collecting = collecting;
    }

    Draft next(State.Idle state, Heard.Meant heard, Facts facts) {
        return switch (heard) {
            case Heard.Wish wish -> begin(state, wish.told(), facts);
            case Heard.WishForAnother another -> begin(state, another.told(), facts);
            case Heard.Yes _ ->
                state.pending().isPresent() ? begin(state, Told.NOTHING, facts) : invite(state, "greeting");
            case Heard.No _ ->
                Draft.to(state.triedAgain().with(Optional.empty())).say(sentences.say("idle.later", state.tries()));
            case Heard.Ordered ordered -> ordered(state, ordered.command(), facts);
            case Heard.Greeting _ -> invite(state, "greeting");
            case Heard.ToChange _, Heard.SomethingWrong _ -> invite(state, "idle.no-data");
            case Heard.Given _, Heard.NoCpf _, Heard.ThisPhone _, Heard.Keep _, Heard.Picked _, Heard.Unclear _ ->
                invite(state, state.tries() == 0 ? "greeting" : "idle.unclear");
        };
    }

    private Draft ordered(State.Idle state, Heard.Command command, Facts facts) {
        return switch (command) {
            case BACK -> invite(state, "back.nothing");
            case CANCEL -> invite(state, "cancel.nothing");
            case RESTART -> begin(state, Told.NOTHING, facts);
            case HELP -> invite(state, "help.idle");
            case MY_DATA, EXPORT, RESEND -> invite(state, "idle.no-data");
            case ERASE -> Draft.to(state.with(Optional.of(new Pending.ReallyErase(Optional.empty()))));
        };
    }

    /// Who began in time may finish later.
    private Draft begin(State.Idle state, Told told, Facts facts) {
        LocalDate today = facts.today();
        if (enrolment.isOpenOn(today)) {
            return collecting.begin(told, facts, Optional.empty());
        }
        return enrolment.isBeforeOpening(today)
                ? closed(state, "enrolment.not-yet", enrolment.opens())
                : closed(state, "enrolment.over", enrolment.closes());
    }

    private Draft closed(State.Idle state, String key, Optional<LocalDate> day) {
        Map<String, String> values = Map.of("day", day.map(DAY::format).orElseThrow());
        return Draft.to(state.triedAgain().with(Optional.empty())).say(sentences.say(key, state.tries(), values));
    }

    private Draft invite(State.Idle state, String key) {
        return Draft.to(state.triedAgain().with(Optional.of(new Pending.WantToRegister())))
                .explain(sentences.say(key, state.tries()));
    }
}
