package congressbot.bot.account;

import congressbot.wire.process.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The tables `account_sessions` and `account_browsers`: who is in, and from where somebody came in
/// before. Both by the hash of a token that only the browser has.
///
/// OWASP calls the second a device cookie:
/// https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
public final class Sessions {
    /// A session ends when nothing was asked for this long…
    public static final Duration IDLE = Duration.ofMinutes(30);

    /// …and at this age in any case.
    public static final Duration LONGEST = Duration.ofHours(12);

    /// How long after the password the code of the second factor is waited for.
    public static final Duration HALF = Duration.ofMinutes(5);

    /// How long a browser is known after somebody came in there.
    public static final Duration REMEMBERED = Duration.ofDays(90);

    /// A use is written down no more often than this: not every picture and poll is a write.
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final InstantSource time;

    public Sessions(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /// Opens a session, and forgets those that have ended.
    Token open(Handle handle, Account account) {
        return open(handle, account, false);
    }

    /// Opens what becomes a session with the code of the second factor.
    Token openHalf(Handle handle, Account account) {
        return open(handle, account, true);
    }

    private Token open(Handle handle, Account account, boolean half) {
        Instant now = time.instant();
        Token token = Token.fresh();
        handle.createUpdate("DELETE FROM account_sessions WHERE used_at < :idle OR opened_at < :old")
                .bind("idle", now.minus(IDLE))
                .bind("old", now.minus(LONGEST))
                .execute();
        handle.createUpdate("""
                        INSERT INTO account_sessions (token_hash, congress_id, account_id, form_token, half, opened_at,
                                                      used_at)
                        VALUES (:hash, :congress, :account, :form, :half, :now, :now)
                        """)
                .bind("hash", token.hash())
                .bind("congress", account.congress())
                .bind("account", account.id())
                .bind("form", Token.fresh().value())
                .bind("half", half)
                .bind("now", now)
                .execute();
        return token;
    }

    /// The session of this token, kept alive by being asked for.
    public Optional<Session> use(Token token) {
        Optional<Session> session = find(token);
        session.ifPresent(_ -> keepAlive(token));
        return session;
    }

    /// The same without keeping it alive: what a page asks by itself is no sign of a person.
    public Optional<Session> find(Token token) {
        return find(token, false, IDLE);
    }

    /// Who gave the right password here and not yet the code.
    Optional<Account> half(Token token) {
        return find(token, true, HALF).map(Session::account);
    }

    private Optional<Session> find(Token token, boolean half, Duration idle) {
        Instant now = time.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.id, a.congress_id, a.email, a.name, a.role, s.form_token
                        FROM account_sessions s
                        JOIN accounts a ON a.id = s.account_id
                        WHERE s.token_hash = :hash AND s.half = :half AND s.used_at > :idle AND s.opened_at > :old
                          AND a.disabled_at IS NULL
                        """)
                .bind("hash", token.hash())
                .bind("half", half)
                .bind("idle", now.minus(idle))
                .bind("old", now.minus(LONGEST))
                .map((row, _) -> new Session(Accounts.account(row), new Secret(row.getString("form_token"))))
                .findOne());
    }

    private void keepAlive(Token token) {
        Instant now = time.instant();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE account_sessions SET used_at = :now WHERE token_hash = :hash AND used_at < :noted
                        """)
                .bind("now", now)
                .bind("hash", token.hash())
                .bind("noted", now.minus(NOTED_EVERY))
                .execute());
    }

    /// Ends a session; false when there is none: of two who end it at once one does.
    boolean close(Handle handle, Token token) {
        return handle.createUpdate("DELETE FROM account_sessions WHERE token_hash = :hash")
                        .bind("hash", token.hash())
                        .execute()
                == 1;
    }

    /// The same for the session that a new one follows in the same browser.
    public void close(Token token) {
        jdbi.useHandle(handle -> close(handle, token));
    }

    /// Ends all sessions of an account, and forgets its browsers.
    void closeAll(Handle handle, long account) {
        handle.createUpdate("DELETE FROM account_sessions WHERE account_id = :account")
                .bind("account", account)
                .execute();
        handle.createUpdate("DELETE FROM account_browsers WHERE account_id = :account")
                .bind("account", account)
                .execute();
    }

    /// The token of a browser in which this account came in.
    Token remember(Handle handle, Account account) {
        Token token = Token.fresh();
        handle.createUpdate("DELETE FROM account_browsers WHERE seen_at < :old")
                .bind("old", time.instant().minus(REMEMBERED))
                .execute();
        handle.createUpdate("""
                        INSERT INTO account_browsers (token_hash, congress_id, account_id, seen_at)
                        VALUES (:hash, :congress, :account, :now)
                        """)
                .bind("hash", token.hash())
                .bind("congress", account.congress())
                .bind("account", account.id())
                .bind("now", time.instant())
                .execute();
        return token;
    }

    /// Whether the account with this address came in from the browser that has this token.
    public boolean knows(Token browser, String email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM account_browsers b
                                       JOIN accounts a ON a.id = b.account_id
                                       WHERE b.token_hash = :hash AND b.seen_at > :old AND a.email = lower(:email))
                        """)
                .bind("hash", browser.hash())
                .bind("old", time.instant().minus(REMEMBERED))
                .bind("email", email)
                .mapTo(Boolean.class)
                .one());
    }
}
