package congressbot.bot.account;

import congressbot.wire.process.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The tables `accounts` and `account_invitations`.
public final class Accounts {
    /// How long a link to choose a password works.
    public static final Duration INVITED = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final InstantSource time;

    public Accounts(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /// What is needed to tell whether somebody is who she says.
    ///
    /// @param password its hash; empty until one was chosen
    /// @param totp the second factor's secret
    /// @param usedStep of the last code taken
    record Credentials(Account account, Optional<Secret> password, Optional<Secret> totp, long usedStep) {}

    /// An account as its owners see it.
    ///
    /// @param chosen whether a password was chosen
    public record Listed(Account account, boolean chosen, boolean totp, boolean disabled, Optional<Instant> lastSeen) {}

    /// Whether there is nobody yet who could come in.
    public boolean isEmpty() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT NOT EXISTS (SELECT FROM accounts WHERE password_hash IS NOT NULL)
                        """).mapTo(Boolean.class).one());
    }

    /// Adds an account without a password.
    ///
    /// @return empty when its address has one
    public Optional<Account> add(Handle handle, String congress, String email, String name, Role role) {
        return handle.createQuery("""
                        INSERT INTO accounts (congress_id, email, name, role)
                        VALUES (:congress, :email, :name, :role)
                        ON CONFLICT DO NOTHING
                        RETURNING id, congress_id, email, name, role
                        """)
                .bind("congress", congress)
                .bind("email", email.toLowerCase(Locale.ROOT))
                .bind("name", name)
                .bind("role", role.code())
                .map((row, _) -> account(row))
                .findOne();
    }

    Optional<Account> byEmail(Handle handle, String congress, String email) {
        return handle.createQuery("""
                        SELECT id, congress_id, email, name, role FROM accounts
                        WHERE congress_id = :congress AND email = lower(:email)
                        """)
                .bind("congress", congress)
                .bind("email", email)
                .map((row, _) -> account(row))
                .findOne();
    }

    /// A link's token, by which this account's password may be chosen once; earlier ones work no more.
    public Token invite(Handle handle, Account account) {
        Token token = Token.fresh();
        withdraw(handle, account.id());
        handle.createUpdate("""
                        INSERT INTO account_invitations (token_hash, congress_id, account_id, expires_at)
                        VALUES (:hash, :congress, :account, :expires)
                        """)
                .bind("hash", token.hash())
                .bind("congress", account.congress())
                .bind("account", account.id())
                .bind("expires", time.instant().plus(INVITED))
                .execute();
        return token;
    }

    /// The account's link works no more.
    void withdraw(Handle handle, long account) {
        handle.createUpdate("DELETE FROM account_invitations WHERE account_id = :account")
                .bind("account", account)
                .execute();
    }

    /// Who was invited by this link; empty when it was used, is too old, or its account disabled.
    public Optional<Account> invited(Token token) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.id, a.congress_id, a.email, a.name, a.role
                        FROM account_invitations i
                        JOIN accounts a ON a.id = i.account_id
                        WHERE i.token_hash = :hash AND i.expires_at > :now AND a.disabled_at IS NULL
                        """)
                .bind("hash", token.hash())
                .bind("now", time.instant())
                .map((row, _) -> account(row))
                .findOne());
    }

    /// Takes a link's invitation; of two who use it at once one does.
    boolean accept(Handle handle, Token token) {
        return handle.createUpdate("""
                                DELETE FROM account_invitations WHERE token_hash = :hash AND expires_at > :now
                                """)
                        .bind("hash", token.hash())
                        .bind("now", time.instant())
                        .execute()
                == 1;
    }

    void setPassword(Handle handle, long account, String hash) {
        handle.createUpdate("UPDATE accounts SET password_hash = :hash WHERE id = :account")
                .bind("hash", hash)
                .bind("account", account)
                .execute();
        withdraw(handle, account);
    }

    void setTotp(Handle handle, long account, Optional<Secret> secret) {
        handle.createUpdate("UPDATE accounts SET totp_secret = :secret, totp_used_step = 0 WHERE id = :account")
                .bind("secret", secret.map(Secret::reveal))
                .bind("account", account)
                .execute();
    }

    /// Notes that the code of a step was taken; false when it was taken before.
    boolean useStep(Handle handle, long account, long step) {
        return handle.createUpdate("""
                                UPDATE accounts SET totp_used_step = :step WHERE id = :account AND totp_used_step < :step
                                """)
                        .bind("step", step)
                        .bind("account", account)
                        .execute()
                == 1;
    }

    /// Of the account with this address, unless it is disabled.
    Optional<Credentials> credentials(String email) {
        return credentialsOf("email = :value", email.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether these are still the account's: its password was not changed since they were read, nor
    /// was it disabled. It stays so until the transaction ends.
    boolean holds(Handle handle, Credentials read) {
        return handle.createQuery("""
                        SELECT password_hash IS NOT DISTINCT FROM :hash AND totp_secret IS NOT DISTINCT FROM :secret
                               AND disabled_at IS NULL
                        FROM accounts WHERE id = :account FOR SHARE
                        """)
                .bind("hash", read.password().map(Secret::reveal))
                .bind("secret", read.totp().map(Secret::reveal))
                .bind("account", read.account().id())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    Optional<Credentials> credentials(long account) {
        return credentialsOf("id = CAST(:value AS bigint)", Long.toString(account));
    }

    private Optional<Credentials> credentialsOf(String whose, String value) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, congress_id, email, name, role, password_hash, totp_secret, totp_used_step
                        FROM accounts
                        WHERE <whose> AND disabled_at IS NULL
                        """)
                .define("whose", whose)
                .bind("value", value)
                .map((row, _) -> new Credentials(
                        account(row),
                        Optional.ofNullable(row.getString("password_hash")).map(Secret::new),
                        Optional.ofNullable(row.getString("totp_secret")).map(Secret::new),
                        row.getLong("totp_used_step")))
                .findOne());
    }

    /// All accounts of a congress by name.
    public List<Listed> list(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT a.id, a.congress_id, a.email, a.name, a.role, a.disabled_at, a.password_hash, a.totp_secret,
                               (SELECT max(at) FROM audit_log l WHERE l.account_id = a.id AND l.deed = 'login') AS last_seen
                        FROM accounts a
                        WHERE a.congress_id = :congress
                        ORDER BY a.disabled_at IS NOT NULL, a.name, a.id
                        """)
                .bind("congress", congress)
                .map((row, _) -> new Listed(
                        account(row),
                        row.getString("password_hash") != null,
                        row.getString("totp_secret") != null,
                        row.getObject("disabled_at") != null,
                        Optional.ofNullable(row.getObject("last_seen", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list());
    }

    /// An account of this congress, locked until the transaction ends, with all its owners: two
    /// owners who take each other's role away do so one after the other.
    Optional<Account> locked(Handle handle, String congress, long account) {
        handle.createQuery(
                        "SELECT id FROM accounts WHERE congress_id = :congress AND role = 'owner' ORDER BY id FOR UPDATE")
                .bind("congress", congress)
                .mapTo(Long.class)
                .list();
        return handle.createQuery("""
                        SELECT id, congress_id, email, name, role FROM accounts
                        WHERE congress_id = :congress AND id = :account
                        FOR UPDATE
                        """)
                .bind("congress", congress)
                .bind("account", account)
                .map((row, _) -> account(row))
                .findOne();
    }

    /// Whether this one is the only owner who can come in.
    boolean isLastOwner(Handle handle, Account account) {
        List<Long> owners = handle.createQuery("""
                        SELECT id FROM accounts
                        WHERE congress_id = :congress AND role = 'owner' AND disabled_at IS NULL
                          AND password_hash IS NOT NULL
                        """)
                .bind("congress", account.congress())
                .mapTo(Long.class)
                .list();
        return owners.equals(List.of(account.id()));
    }

    void setRole(Handle handle, long account, Role role) {
        handle.createUpdate("UPDATE accounts SET role = :role WHERE id = :account")
                .bind("role", role.code())
                .bind("account", account)
                .execute();
    }

    void setDisabled(Handle handle, long account, boolean disabled) {
        handle.createUpdate("UPDATE accounts SET disabled_at = :at WHERE id = :account")
                .bind("at", disabled ? Optional.of(time.instant()) : Optional.empty())
                .bind("account", account)
                .execute();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("congress_id"),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
    }
}
