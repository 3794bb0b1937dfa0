package congressbot.bot.account;

import congressbot.bot.text.Spelling;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Where accounts are given, changed and taken away. There is always an owner who can come in.
public final class AccountDesk {
    /// In characters.
    private static final int SHORTEST_NAME = 2;

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final Jdbi jdbi;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog log;

    public AccountDesk(Jdbi jdbi, InstantSource time) {
        this.jdbi = jdbi;
        this.accounts = new Accounts(jdbi, time);
        this.sessions = new Sessions(jdbi, time);
        this.log = new AuditLog(jdbi, time);
    }

    /// What became of the wish to change an account.
    public enum Managed {
        DONE,
        /// This congress has no such account.
        UNKNOWN,
        /// Nobody would be left who can manage accounts.
        LAST_OWNER
    }

    /// Whether this can be somebody's name.
    public boolean isName(String name) {
        String cleaned = Spelling.cleaned(name);
        int length = cleaned.codePointCount(0, cleaned.length());
        return length >= SHORTEST_NAME && length <= LONGEST_NAME;
    }

    /// Whether mail can be sent to this address, as far as its form tells.
    public boolean isEmail(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches();
    }

    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    public List<Accounts.Listed> list(String congress) {
        return accounts.list(congress);
    }

    /// Adds an account.
    ///
    /// @return the token of its link; empty when the address has an account
    public Optional<Token> invite(Witness witness, String email, String name, Role role) {
        return jdbi.inTransaction(
                handle -> add(handle, witness, email, name, role).map(account -> invite(handle, witness, account)));
    }

    /// A link for the account of an owner, which is made if the address has none.
    ///
    /// @return empty when the address has an account of another congress
    public Optional<Token> inviteOwner(Witness witness, String email, String name) {
        return jdbi.inTransaction(handle -> {
            Optional<Account> owner = add(handle, witness, email, name, Role.OWNER)
                    .or(() -> accounts.byEmail(handle, witness.congress(), email)
                            .map(account -> becomeOwner(handle, witness, account)));
            return owner.map(account -> invite(handle, witness, account));
        });
    }

    private Optional<Account> add(Handle handle, Witness witness, String email, String name, Role role) {
        return accounts.add(handle, witness.congress(), email, Spelling.cleaned(name), role);
    }

    private Account becomeOwner(Handle handle, Witness witness, Account account) {
        if (account.role() != Role.OWNER) {
            give(handle, witness, account, Role.OWNER);
        }
        accounts.setDisabled(handle, account.id(), false);
        return new Account(account.id(), account.congress(), account.email(), account.name(), Role.OWNER);
    }

    /// Another link for an account that lost its password or link; empty when there is no such account.
    public Optional<Token> inviteAgain(Witness witness, long account) {
        return jdbi.inTransaction(handle ->
                accounts.locked(handle, witness.congress(), account).map(found -> invite(handle, witness, found)));
    }

    private Token invite(Handle handle, Witness witness, Account account) {
        log.note(handle, witness, Deed.INVITE, Subject.account(account.id(), account.role()));
        return accounts.invite(handle, account);
    }

    public Managed changeRole(Witness witness, long account, Role role) {
        return manage(witness, account, role == Role.OWNER, (handle, found) -> give(handle, witness, found, role));
    }

    private void give(Handle handle, Witness witness, Account account, Role role) {
        accounts.setRole(handle, account.id(), role);
        log.note(handle, witness, Deed.CHANGE_ROLE, Subject.account(account.id(), role));
    }

    /// For somebody who lost her phone.
    public Managed turnOffTotp(Witness witness, long account) {
        return manage(witness, account, true, (handle, found) -> {
            accounts.setTotp(handle, found.id(), Optional.empty());
            note(handle, witness, Deed.TURN_OFF_TOTP, found);
        });
    }

    /// Nobody comes in by this account any more, nor by a link for it, and who is in is out.
    public Managed disable(Witness witness, long account) {
        return manage(witness, account, false, (handle, found) -> {
            accounts.setDisabled(handle, found.id(), true);
            accounts.withdraw(handle, found.id());
            sessions.closeAll(handle, found.id());
            note(handle, witness, Deed.DISABLE, found);
        });
    }

    public Managed enable(Witness witness, long account) {
        return manage(witness, account, true, (handle, found) -> {
            accounts.setDisabled(handle, found.id(), false);
            note(handle, witness, Deed.ENABLE, found);
        });
    }

    /// Whoever is in by this account is out.
    public Managed endSessions(Witness witness, long account) {
        return manage(witness, account, true, (handle, found) -> {
            sessions.closeAll(handle, found.id());
            note(handle, witness, Deed.END_SESSIONS, found);
        });
    }

    /// @param staysOwner whether an owner is one afterwards
    private Managed manage(Witness witness, long account, boolean staysOwner, BiConsumer<Handle, Account> change) {
        return jdbi.inTransaction(handle -> {
            Optional<Account> found = accounts.locked(handle, witness.congress(), account);
            if (found.isEmpty()) {
                return Managed.UNKNOWN;
            }
            if (!staysOwner && accounts.isLastOwner(handle, found.get())) {
                return Managed.LAST_OWNER;
            }
            change.accept(handle, found.get());
            return Managed.DONE;
        });
    }

    private void note(Handle handle, Witness witness, Deed deed, Account account) {
        log.note(handle, witness, deed, Subject.account(account.id()));
    }
}
