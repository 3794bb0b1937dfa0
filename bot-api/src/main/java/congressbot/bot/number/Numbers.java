package congressbot.bot.number;

import congressbot.bot.attention.Alerts;
import congressbot.bot.congress.Congress;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.mail.NumberLetter;
import congressbot.bot.number.Trouble.Kind;
import congressbot.bot.outbox.Outbox;
import congressbot.wire.gateway.GatewayFact;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.process.Health.Status;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `number_states`: what the gateway told of our numbers, and who hears of it. Organisers
/// see it on every page of the panel for as long as it lasts, and get a mail.
public final class Numbers {
    /// No number is mailed about more often.
    static final Duration BETWEEN_MAILS = Duration.ofHours(1);

    /// A limit is told of again when it still lasts after this.
    static final Duration BETWEEN_LIMIT_MAILS = Duration.ofHours(6);

    /// A lost link comes back by itself, as a rule: shorter breaks are nobody's to look after.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /// The gateway repeats what it knows of each number every hour: of one that it told nothing of for
    /// longer it knows nothing any more, as when the number was taken out of its settings.
    static final Duration KNOWN_FOR = Duration.ofHours(3);

    private final Jdbi jdbi;
    private final Receptions receptions;
    private final Outbox outbox;
    private final URI panel;
    private final InstantSource time;

    /// @param panel where the organisers read more
    public Numbers(Jdbi jdbi, Receptions receptions, Outbox outbox, URI panel, InstantSource time) {
        this.jdbi = jdbi;
        this.receptions = receptions;
        this.outbox = outbox;
        this.panel = panel;
        this.time = time;
    }

    /// What was told of one.
    ///
    /// @param at when it was told last
    private record Link(String state, Instant since, Instant at) {
        boolean heals(Kind kind, Instant now) {
            boolean mayHeal = kind == Kind.DISCONNECTED || kind == Kind.UNREACHABLE;
            return mayHeal && now.isBefore(since.plus(PATIENCE));
        }
    }

    /// What is stored of one.
    private record Row(
            String congress,
            String channel,
            String account,
            Optional<Link> link,
            Optional<Instant> limitedUntil,
            Optional<Instant> mailedAt) {
        /// The worse of what is wrong.
        Optional<Trouble> trouble(Instant now) {
            return link.flatMap(told -> trouble(told, now))
                    .or(() -> limitedUntil
                            .filter(now::isBefore)
                            .map(until ->
                                    new Trouble(channel, account, Kind.LIMITED, Optional.empty(), Optional.of(until))));
        }

        private Optional<Trouble> trouble(Link told, Instant now) {
            return Kind.ofState(told.state())
                    .filter(_ -> !told.at().plus(KNOWN_FOR).isBefore(now))
                    .filter(kind -> !told.heals(kind, now))
                    .map(kind -> new Trouble(channel, account, kind, Optional.of(told.since()), Optional.empty()));
        }

        /// Whether nobody was told of this trouble by mail, and not of another one just before.
        boolean isUntold(Trouble trouble, Instant now) {
            if (mailedAt.isEmpty()) {
                return true;
            }
            Instant mailed = mailedAt.get();
            Duration pause = trouble.kind() == Kind.LIMITED ? BETWEEN_LIMIT_MAILS : BETWEEN_MAILS;
            boolean isNew = trouble.since().map(mailed::isBefore).orElse(true);
            return isNew && !now.isBefore(mailed.plus(pause));
        }
    }

    /// Notes what is told of a link, within the caller's transaction; what was true before something
    /// known changes nothing.
    public void note(Handle handle, GatewayFact.SessionChanged fact) {
        String state = fact.state().toLowerCase(Locale.ROOT).replace('-', ' ');
        handle.createUpdate("""
                        INSERT INTO number_states AS known (congress_id, channel, account, state, since, told_at)
                        VALUES (:congress, :channel, :account, :state, :at, :at)
                        ON CONFLICT (channel, account) DO UPDATE
                        SET congress_id = excluded.congress_id, state = excluded.state, told_at = excluded.told_at,
                            since = CASE WHEN known.state IS DISTINCT FROM excluded.state THEN excluded.since
                                         ELSE known.since END
                        WHERE known.told_at IS NULL OR known.told_at <= excluded.told_at
                        """)
                .bind("congress", congress(handle, fact.channel(), fact.account()))
                .bind("channel", fact.channel().value())
                .bind("account", fact.account())
                .bind("state", state)
                .bind("at", fact.at())
                .execute();
        if (Kind.ofState(state).isEmpty()) {
            forgetWhatItReplaces(handle, fact);
        }
    }

    /// The one number of a channel has no name of its own: while it is linked to no phone, the
    /// gateway calls it by the channel's, and by its digits then. A number that works is no other one
    /// that does not.
    private static void forgetWhatItReplaces(Handle handle, GatewayFact.SessionChanged fact) {
        handle.createUpdate("""
                        DELETE FROM number_states
                        WHERE channel = :channel AND account <> :account AND told_at <= :at
                          AND :account ~ '^[0-9]+$' AND (account = :channel OR account ~ '^[0-9]+$')
                        """)
                .bind("channel", fact.channel().value())
                .bind("account", fact.account())
                .bind("at", fact.at())
                .execute();
    }

    /// Notes until when a number may write to nobody new.
    public void note(Handle handle, GatewayFact.ReachLimited fact) {
        handle.createUpdate("""
                        INSERT INTO number_states (congress_id, channel, account, limited_until)
                        VALUES (:congress, :channel, :account, :until)
                        ON CONFLICT (channel, account) DO UPDATE SET limited_until = excluded.limited_until
                        """)
                .bind("congress", congress(handle, fact.channel(), fact.account()))
                .bind("channel", fact.channel().value())
                .bind("account", fact.account())
                .bind("until", fact.until())
                .execute();
    }

    /// Whose it is. An account that is called by the channel's name is the one that was linked last.
    private String congress(Handle handle, ChannelName channel, String account) {
        String given = receptions.of(channel, account).congress().id();
        return account.equals(channel.value())
                ? linkedLast(handle, channel)
                        .flatMap(receptions::find)
                        .map(Congress::id)
                        .orElse(given)
                : given;
    }

    private static Optional<String> linkedLast(Handle handle, ChannelName channel) {
        return handle.createQuery("""
                        SELECT congress_id FROM number_states WHERE channel = :channel AND account ~ '^[0-9]+$'
                        ORDER BY told_at DESC NULLS LAST LIMIT 1
                        """)
                .bind("channel", channel.value())
                .mapTo(String.class)
                .findOne();
    }

    /// What is wrong with the numbers of a congress at this moment.
    public List<Trouble> troubles(String congress) {
        Instant now = time.instant();
        return rows().stream()
                .filter(row -> row.congress().equals(congress))
                .flatMap(row -> row.trouble(now).stream())
                .toList();
    }

    /// Not healthy while people cannot reach us as usual, or we not them.
    public Status status() {
        Instant now = time.instant();
        String wrong = rows().stream()
                .flatMap(row -> row.trouble(now).stream())
                .map(Numbers::masked)
                .collect(Collectors.joining("; "));
        return wrong.isEmpty() ? new Status.Healthy() : new Status.Degraded(wrong);
    }

    private static String masked(Trouble trouble) {
        String account = trouble.number().map(PhoneNumber::toString).orElse(trouble.account());
        return trouble.channel() + " " + account + ": " + trouble.kind().word();
    }

    /// Tells the organisers by mail of what they were not told yet.
    ///
    /// @return that there is nothing more to do at once
    public boolean look() {
        Instant now = time.instant();
        boolean any = rows().stream()
                .anyMatch(row -> row.trouble(now)
                        .filter(trouble -> row.isUntold(trouble, now))
                        .isPresent());
        if (any) {
            jdbi.useTransaction(handle -> {
                for (Row row : held(handle)) {
                    row.trouble(now)
                            .filter(trouble -> row.isUntold(trouble, now))
                            .ifPresent(trouble -> mail(handle, receptions.congress(row.congress()), trouble, now));
                }
            });
        }
        return false;
    }

    private void mail(Handle handle, Congress congress, Trouble trouble, Instant now) {
        List<String> all = Alerts.addressees(handle, congress);
        for (int i = 0; i < all.size(); i++) {
            String key = "number:%s:%s:%d:%d".formatted(trouble.channel(), trouble.account(), now.toEpochMilli(), i);
            outbox.addMail(
                    handle,
                    congress.id(),
                    NumberLetter.of(key, all.get(i), congress, trouble.kind().word(), trouble.called(), panel),
                    now);
        }
        handle.createUpdate("UPDATE number_states SET mailed_at = :now WHERE channel = :channel AND account = :account")
                .bind("now", now)
                .bind("channel", trouble.channel())
                .bind("account", trouble.account())
                .execute();
    }

    private List<Row> rows() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT congress_id, channel, account, state, since, told_at, limited_until, mailed_at
                        FROM number_states ORDER BY channel, account
                        """).map((row, _) -> row(row)).list());
    }

    /// Another process takes those that this one does not get.
    private static List<Row> held(Handle handle) {
        return handle.createQuery("""
                        SELECT congress_id, channel, account, state, since, told_at, limited_until, mailed_at
                        FROM number_states ORDER BY channel, account FOR UPDATE SKIP LOCKED
                        """).map((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("congress_id"),
                row.getString("channel"),
                row.getString("account"),
                link(row),
                moment(row, "limited_until"),
                moment(row, "mailed_at"));
    }

    /// None of a number of which nothing but a limit was told.
    private static Optional<Link> link(ResultSet row) throws SQLException {
        String state = row.getString("state");
        Optional<Instant> since = moment(row, "since");
        Optional<Instant> at = moment(row, "told_at");
        return state == null || since.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Link(state, since.get(), at.get()));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
