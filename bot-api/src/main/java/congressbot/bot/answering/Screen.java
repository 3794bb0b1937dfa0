package congressbot.bot.answering;

import congressbot.bot.knowledge.Finding;
import congressbot.bot.knowledge.Passage;
import congressbot.bot.registration.Cpf;
import congressbot.bot.text.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Withholds passages that no organiser means to publish, whoever wrote them into a document: orders to
/// a machine, what a browser would run, somebody's CPF. Models do not see them, people neither.
final class Screen {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);
    private static final String FILE = "orders.txt";

    /// The parts of a conversation, as models are shown them.
    private static final Pattern ROLE = Pattern.compile("(?im)^\\P{L}*(?:system|assistant|user|developer)\\s*:");

    /// Markdown may speak of it, between backticks; a question about a congress is never answered by it.
    private static final Pattern SCRIPT =
            Pattern.compile("(?i)\\b(?:java|vb)script\\s*:|\\bdata:[a-z]+/|</?[a-z][^<>]*>");

    private static final Pattern CPF =
            Pattern.compile("(?<![0-9])[0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}[- ]?[0-9]{2}(?![0-9])");

    private final List<String> orders;

    private Screen(List<String> orders) {
        this.orders = orders;
    }

    static Screen load() {
        InputStream file = Objects.requireNonNull(Screen.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Screen(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Spelling::folded)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is left of a finding. Without its best passage it is certain of nothing: of that one alone
    /// it knows which sentences answer.
    Finding screened(Finding found) {
        List<Passage> fit = found.passages().stream().filter(this::isFit).toList();
        if (fit.size() == found.passages().size()) {
            return found;
        }
        Optional<Finding.Cited> best = found.best().filter(cited -> fit.contains(cited.passage()));
        return new Finding(fit, best, best.isPresent() ? found.confidence() : 0, found.continues());
    }

    private boolean isFit(Passage passage) {
        String text = passage.text();
        boolean unfit = orders(text)
                || ROLE.matcher(text).find()
                || SCRIPT.matcher(text).find()
                || CPF.matcher(text).results().map(MatchResult::group).anyMatch(Screen::isSomebodys);
        if (unfit) {
            LOG.atWarn().addKeyValue("passage", passage.id()).log("withheld: orders, script or a CPF stand in it");
        }
        return !unfit;
    }

    private boolean orders(String text) {
        String words = " " + Spelling.folded(text) + " ";
        return orders.stream().anyMatch(order -> words.contains(" " + order + " "));
    }

    /// Forms show how a CPF is written, with one digit over and over.
    private static boolean isSomebodys(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return Cpf.valid(digits) && digits.chars().distinct().count() > 1;
    }
}
