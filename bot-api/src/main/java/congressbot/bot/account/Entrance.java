package congressbot.bot.account;

import congressbot.bot.account.Accounts.Credentials;
import congressbot.wire.process.Secret;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Tells whether somebody is who she says, and opens her session.
public final class Entrance {
    private final Jdbi jdbi;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final AuditLog log;
    private final InstantSource time;

    public Entrance(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.accounts = new Accounts(jdbi, time);
        this.sessions = new Sessions(jdbi, time);
        this.passwords = new Passwords();
        this.log = new AuditLog(jdbi, time);
        this.time = time;
    }

    /// What became of somebody at the door.
    public sealed interface Knocked {
        /// She is in.
        ///
        /// @param session for the session's cookie
        /// @param browser by which this browser is known from now on
        record In(Account account, Token session, Token browser) implements Knocked {}

        /// The password is right; the code of the second factor is missing.
        record Half(Token token) implements Knocked {}

        /// It is not said what was wrong.
        record Refused() implements Knocked {}
    }

    /// What became of a password that somebody chose.
    public sealed interface Chosen {
        record Done(Knocked.In in) implements Chosen {}

        /// The password is chosen; who uses a second factor comes in by the door.
        record CodeWanted() implements Chosen {}

        record Weak(Passwords.Weakness weakness) implements Chosen {}

        /// The link was used, is too old, or there is no such one.
        record NoLink() implements Chosen {}
    }

    /// What became of the wish to change one's own protection.
    public enum Changed {
        DONE,
        /// The password is not right.
        WRONG,
        WRONG_CODE,
        TOO_SHORT,
        TOO_LONG,
        COMMON,
        OWN;

        private static Changed of(Passwords.Weakness weakness) {
            return switch (weakness) {
                case TOO_SHORT -> TOO_SHORT;
                case TOO_LONG -> TOO_LONG;
                case COMMON -> COMMON;
                case OWN -> OWN;
            };
        }
    }

    public Sessions sessions() {
        return sessions;
    }

    /// Lets somebody in by address and password.
    public Knocked knock(String email, String password) {
        Optional<Credentials> found = accounts.credentials(email);
        if (!passwords.matches(password, found.flatMap(Credentials::password))) {
            return new Knocked.Refused();
        }
        Credentials credentials = found.orElseThrow();
        return jdbi.inTransaction(handle -> {
            if (!accounts.holds(handle, credentials)) {
                return new Knocked.Refused();
            }
            return credentials.totp().isPresent()
                    ? new Knocked.Half(sessions.openHalf(handle, credentials.account()))
                    : enter(handle, credentials.account());
        });
    }

    /// Who gave the right password in this browser some minutes ago, and not yet the code.
    public Optional<Account> half(Token token) {
        return sessions.half(token);
    }

    /// Lets somebody in by the code of her second factor, after the password.
    public Knocked knock(Token half, String code) {
        Optional<Credentials> found = sessions.half(half).flatMap(account -> accounts.credentials(account.id()));
        if (found.isEmpty()) {
            return new Knocked.Refused();
        }
        Account account = found.get().account();
        return jdbi.inTransaction(handle -> {
            boolean right = isRight(handle, found.get(), code) && sessions.close(handle, half);
            return right ? enter(handle, account) : new Knocked.Refused();
        });
    }

    private boolean isRight(Handle handle, Credentials credentials, String code) {
        if (credentials.totp().isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(credentials.totp().get(), code, time.instant(), credentials.usedStep());
        return step.isPresent()
                && accounts.useStep(handle, credentials.account().id(), step.getAsLong());
    }

    private Knocked.In enter(Handle handle, Account account) {
        note(handle, account, Deed.LOGIN);
        return new Knocked.In(account, sessions.open(handle, account), sessions.remember(handle, account));
    }

    public void leave(Token token, Account account) {
        jdbi.useTransaction(handle -> {
            sessions.close(handle, token);
            note(handle, account, Deed.LOGOUT);
        });
    }

    public Optional<Account> invited(Token link) {
        return accounts.invited(link);
    }

    /// Chooses a password by a link, and ends what was open before.
    public Chosen choose(Token link, String password) {
        Optional<Account> account = accounts.invited(link);
        if (account.isEmpty()) {
            return new Chosen.NoLink();
        }
        Optional<Passwords.Weakness> weakness = passwords.weakness(password, account.get());
        if (weakness.isPresent()) {
            return new Chosen.Weak(weakness.get());
        }
        String hash = passwords.hash(password);
        return jdbi.inTransaction(handle -> {
            if (!accounts.accept(handle, link)) {
                return new Chosen.NoLink();
            }
            replacePassword(handle, account.get(), hash);
            return hasTotp(account.get()) ? new Chosen.CodeWanted() : new Chosen.Done(enter(handle, account.get()));
        });
    }

    /// What is wrong with a password for this account.
    public Optional<Passwords.Weakness> weakness(String password, Account account) {
        return passwords.weakness(password, account);
    }

    private void replacePassword(Handle handle, Account account, String hash) {
        accounts.setPassword(handle, account.id(), hash);
        sessions.closeAll(handle, account.id());
        note(handle, account, Deed.CHOOSE_PASSWORD);
    }

    /// Changes the password of somebody who is in; all her sessions end.
    public Changed changePassword(Account account, String old, String fresh) {
        if (!isPassword(account, old)) {
            return Changed.WRONG;
        }
        Optional<Passwords.Weakness> weakness = passwords.weakness(fresh, account);
        if (weakness.isPresent()) {
            return Changed.of(weakness.get());
        }
        String hash = passwords.hash(fresh);
        jdbi.useTransaction(handle -> replacePassword(handle, account, hash));
        return Changed.DONE;
    }

    /// Ends all sessions of somebody who is in.
    public void endSessions(Account account) {
        jdbi.useTransaction(handle -> {
            sessions.closeAll(handle, account.id());
            note(handle, account, Deed.END_SESSIONS);
        });
    }

    /// A session for somebody whose sessions have just ended by her own doing.
    public Knocked.In reopen(Account account) {
        return jdbi.inTransaction(handle -> enter(handle, account));
    }

    public boolean hasTotp(Account account) {
        return accounts.credentials(account.id()).flatMap(Credentials::totp).isPresent();
    }

    /// Turns the second factor on, by the password and once its first code shows that the app has the
    /// secret: whoever finds an open browser does not take the account over with an app of her own.
    public Changed turnOnTotp(Account account, String password, Secret secret, String code) {
        if (!isPassword(account, password)) {
            return Changed.WRONG;
        }
        OptionalLong step = Totp.step(secret, code, time.instant(), 0);
        if (step.isEmpty()) {
            return Changed.WRONG_CODE;
        }
        jdbi.useTransaction(handle -> {
            accounts.setTotp(handle, account.id(), Optional.of(secret));
            accounts.useStep(handle, account.id(), step.getAsLong());
            note(handle, account, Deed.TURN_ON_TOTP);
        });
        return Changed.DONE;
    }

    /// Turns the second factor off, by the password.
    public Changed turnOffTotp(Account account, String password) {
        if (!isPassword(account, password)) {
            return Changed.WRONG;
        }
        jdbi.useTransaction(handle -> {
            accounts.setTotp(handle, account.id(), Optional.empty());
            note(handle, account, Deed.TURN_OFF_TOTP);
        });
        return Changed.DONE;
    }

    private boolean isPassword(Account account, String password) {
        return passwords.matches(password, accounts.credentials(account.id()).flatMap(Credentials::password));
    }

    private void note(Handle handle, Account account, Deed deed) {
        log.note(handle, Witness.of(account), deed, Subject.account(account.id()));
    }
}
