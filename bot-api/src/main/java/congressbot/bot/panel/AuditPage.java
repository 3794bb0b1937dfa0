package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.Accounts.Listed;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.AuditLog.Entry;
import congressbot.bot.account.AuditLog.Wanted;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `/painel/registro`: who did what with other people's data.
public final class AuditPage implements Part {
    private static final int LINES = 100;
    private static final String PATH = Panel.PATH + "/registro";

    private final AuditLog log;
    private final AccountDesk accounts;
    private final Pages pages;

    public AuditPage(AuditLog log, AccountDesk accounts, Pages pages) {
        this.log = log;
        this.accounts = accounts;
        this.pages = pages;
    }

    /// What the page shows.
    ///
    /// @param deed the deed that is looked for; empty for any
    /// @param account whose deeds are looked for; 0 for everybody's
    /// @param older path of the page with older lines
    public record Listing(
            List<Line> lines,
            List<Account> accounts,
            List<String> deeds,
            String deed,
            long account,
            Optional<String> older) {
        public boolean isFiltered() {
            return !deed.isEmpty() || account != 0;
        }
    }

    /// A line of the log.
    ///
    /// @param whom the account that it is about, and the role that this was given
    public record Line(Entry entry, Optional<Account> whom, Optional<String> role) {
        static Line of(Entry entry, List<Account> accounts) {
            String[] words = entry.subject().id().split(" ", 2);
            boolean about = entry.subject().kind().equals(Subject.ACCOUNT);
            return new Line(
                    entry,
                    accounts.stream()
                            .filter(account ->
                                    about && Long.toString(account.id()).equals(words[0]))
                            .findFirst(),
                    about && words.length > 1 ? Optional.of(words[1]) : Optional.empty());
        }
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/registro", Right.READ_AUDIT, this::show);
    }

    private void show(Visit visit) {
        List<String> deeds = Arrays.stream(Deed.values()).map(Deed::code).toList();
        List<Account> everybody =
                accounts.list(visit.congress()).stream().map(Listed::account).toList();
        String deed = visit.query("o-que");
        Optional<String> wanted = Optional.of(deed).filter(deeds::contains);
        OptionalLong who = visit.queryNumber("quem");
        OptionalLong below = visit.queryNumber("antes");
        List<Entry> found = log.read(visit.congress(), new Wanted(who, wanted, below), LINES + 1);
        List<Entry> shown = found.size() > LINES ? found.subList(0, LINES) : found;
        Optional<String> older = found.size() > LINES
                ? Optional.of(PATH + "?antes=" + shown.getLast().id()
                        + wanted.map(code -> "&o-que=" + code).orElse("")
                        + (who.isPresent() ? "&quem=" + who.getAsLong() : ""))
                : Optional.empty();
        List<Line> lines =
                shown.stream().map(entry -> Line.of(entry, everybody)).toList();
        Listing listing = new Listing(lines, everybody, deeds, wanted.orElse(""), who.orElse(0), older);
        pages.show(visit, "audit", Map.of("listing", listing));
    }
}
