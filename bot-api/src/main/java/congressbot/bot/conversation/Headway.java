package congressbot.bot.conversation;

import congressbot.bot.figures.Stage;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.Followup;
import congressbot.bot.registration.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/// How far a turn brings a registration: an event for each stage that is reached or passed for the
/// first time, written by the statement that moves the conversation on.
///
/// @param stage empty when nobody is being registered; changing a registration is none
/// @param waited of the first message, for its turn
record Headway(Optional<Stage> stage, Instant now, Duration waited) {
    /// Part of a statement in which `moved` is the conversation, and how far it was before. A clock
    /// that was set back lets nothing last less than no time.
    static final String NOTED = """
            noted AS (
                INSERT INTO conversation_events
                    (congress_id, conversation_id, kind, detail, channel, language, seconds, waited_ms, at)
                SELECT :congress, moved.id, 'step', stage.word, :channel, :language,
                       CASE WHEN stage.word = 'registered'
                            THEN greatest(0, extract(epoch FROM :now::timestamptz
                                                            - coalesce(began_before, :now::timestamptz)))::integer
                       END,
                       CASE WHEN stage.place = furthest_before + 1 THEN :waited END, :now
                FROM moved
                JOIN (VALUES %s) AS stage (place, word) ON stage.place > furthest_before AND stage.place <= :reached
            )""".formatted(stages());

    static Headway of(Turn turn, Instant now) {
        return new Headway(
                stage(turn.plan()), now, Duration.between(turn.first().receivedAt(), now));
    }

    private static Optional<Stage> stage(Plan plan) {
        if (plan.effects().stream().anyMatch(Effect.Register.class::isInstance)) {
            return Optional.of(Stage.REGISTERED);
        }
        return switch (plan.next()) {
            case State.Idle _, State.Completed _ -> Optional.empty();
            case State.Collecting form ->
                changes(form.followup()) ? Optional.empty() : Optional.of(asking(form.asked()));
            case State.Confirming form -> changes(form.followup()) ? Optional.empty() : Optional.of(Stage.SUMMARY);
        };
    }

    private static boolean changes(Optional<Followup> followup) {
        return followup.filter(Followup.Change.class::isInstance).isPresent();
    }

    private static Stage asking(Field field) {
        return switch (field) {
            case NAME, BADGE -> Stage.NAME;
            case EMAIL -> Stage.EMAIL;
            case CPF -> Stage.DOCUMENT;
            case PHONE -> Stage.PHONE;
            case CITY -> Stage.CITY;
            case PROFILE -> Stage.PROFILE;
        };
    }

    private static String stages() {
        return Arrays.stream(Stage.values())
                .map(stage -> "(%d, '%s')".formatted(stage.place(), stage.word()))
                .collect(Collectors.joining(", "));
    }

    /// After the registration the next one begins from nothing.
    private int furthest() {
        return stage.filter(reached -> reached != Stage.REGISTERED)
                .map(Stage::place)
                .orElse(0);
    }

    Query bind(Query query) {
        return query.bind("furthest", furthest())
                .bind("reached", stage.map(Stage::place).orElse(0))
                .bind("waited", Math.clamp(waited.toMillis(), 0, Integer.MAX_VALUE))
                .bind("now", now);
    }
}
