package congressbot.bot.panel.figures;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Deed;
import congressbot.bot.account.Right;
import congressbot.bot.account.Subject;
import congressbot.bot.figures.OrganiserNumbers;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Panel;
import congressbot.bot.panel.Part;
import congressbot.bot.panel.Visit;
import congressbot.bot.text.Spelling;
import congressbot.wire.message.PhoneNumber;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// `/painel/numeros/telefones`: from which phones organisers may ask the bot for totals.
public final class PhonesPage implements Part {
    private static final String PATH = Panel.PATH + "/numeros/telefones";
    private static final String PHONE = "telefone";
    private static final String NAME = "nome";
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TYPED = 40;

    /// Digits of a Brazilian number with its area code, and without the country's.
    private static final int SHORTEST_DOMESTIC = 10;

    private static final int LONGEST_DOMESTIC = 11;
    private static final String BRAZIL = "+55";

    private final Jdbi jdbi;
    private final OrganiserNumbers numbers;
    private final AuditLog log;
    private final Pages pages;

    public PhonesPage(Jdbi jdbi, AuditLog log, Pages pages) {
        this.jdbi = jdbi;
        this.numbers = new OrganiserNumbers(jdbi);
        this.log = log;
        this.pages = pages;
    }

    /// What the page shows.
    ///
    /// @param phone as it was typed
    /// @param name as it was typed
    /// @param wrong what of it is wrong: `phone`, `name`, `many`, or nothing
    public record Listing(List<OrganiserNumbers.Entry> entries, String phone, String name, String wrong) {
        public Listing {
            entries = List.copyOf(entries);
        }

        @Override
        public String toString() {
            return "Listing[" + entries.size() + ", " + wrong + "]";
        }
    }

    @Override
    public void addTo(Desk desk) {
        desk.get("/numeros/telefones", Right.MANAGE_ACCOUNTS, visit -> show(visit, "", "", ""));
        desk.post("/numeros/telefones", Right.MANAGE_ACCOUNTS, this::add);
        desk.post("/numeros/telefones/remover", Right.MANAGE_ACCOUNTS, this::remove);
    }

    private void show(Visit visit, String phone, String name, String wrong) {
        HttpStatus status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        Listing listing = new Listing(numbers.all(visit.congress()), phone, name, wrong);
        pages.show(visit, status, "figures/phones", Map.of("listing", listing));
    }

    private void add(Visit visit) {
        String typed = visit.form().field(PHONE).strip();
        String name = Spelling.cleaned(visit.form().field(NAME));
        int letters = name.codePointCount(0, name.length());
        Optional<PhoneNumber> phone = read(typed);
        if (phone.isEmpty()) {
            show(visit, typed, name, "phone");
        } else if (letters < SHORTEST_NAME || letters > LONGEST_NAME) {
            show(visit, typed, name, "name");
        } else if (!added(visit, new OrganiserNumbers.Entry(phone.get(), name))) {
            show(visit, typed, name, "many");
        } else {
            visit.goTo(PATH, "phone-added");
        }
    }

    private boolean added(Visit visit, OrganiserNumbers.Entry entry) {
        return jdbi.inTransaction(handle -> {
            boolean done = numbers.add(handle, visit.congress(), entry);
            if (done) {
                log.note(handle, visit.witness(), Deed.EDIT_NUMBERS, subject(entry.phone()));
            }
            return done;
        });
    }

    private void remove(Visit visit) {
        Optional<PhoneNumber> phone = read(visit.form().field(PHONE));
        boolean removed = phone.isPresent()
                && jdbi.inTransaction(handle -> {
                    boolean done = numbers.remove(handle, visit.congress(), phone.get());
                    if (done) {
                        log.note(handle, visit.witness(), Deed.EDIT_NUMBERS, subject(phone.get()));
                    }
                    return done;
                });
        if (removed) {
            visit.goTo(PATH, "phone-removed");
        } else {
            pages.notFound(visit);
        }
    }

    /// The log holds no whole number.
    private static Subject subject(PhoneNumber phone) {
        return new Subject("organiser-phone", phone.toString());
    }

    /// With the country's code behind a plus, or a Brazilian one with its area code.
    static Optional<PhoneNumber> read(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        if (typed.length() > LONGEST_TYPED || typed.chars().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        String number = typed.startsWith("+")
                ? "+" + digits
                : digits.length() >= SHORTEST_DOMESTIC && digits.length() <= LONGEST_DOMESTIC
                        ? BRAZIL + digits
                        : "+" + digits;
        try {
            return Optional.of(new PhoneNumber(number));
        } catch (IllegalArgumentException _) { // too short, too long, or it begins with 0
            return Optional.empty();
        }
    }
}
