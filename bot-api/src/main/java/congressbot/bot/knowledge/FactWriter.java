package congressbot.bot.knowledge;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.congress.CongressText;
import congressbot.bot.congress.Congresses;
import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import congressbot.bot.text.Tongue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Turns the text of `congress.yaml` into documents: the text itself, which has versions and is not searched, and the
/// facts that stand in it.
final class FactWriter {
    /// The name under which the text is kept; no file of the knowledge can have it.
    static final String SOURCE = "congress.yaml:text";

    private final URI publicUrl;
    private final Tongue portuguese;
    private final Function<String, Optional<Congress>> congresses;

    /// @param congresses those that count now, by their ids
    FactWriter(URI publicUrl, Tongue portuguese, Function<String, Optional<Congress>> congresses) {
        this.publicUrl = publicUrl;
        this.portuguese = portuguese;
        this.congresses = congresses;
    }

    /// What a text turned out to be.
    sealed interface Outcome {
        record Written(Document source, Document sheet, Congress congress) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    static Document source(String content) {
        return new Document(SOURCE, FactSheet.NAME, content, List.of());
    }

    Document sheet(Congress congress) {
        return FactSheet.of(new CongressFacts(congress, portuguese.words()), portuguese.texts());
    }

    /// Reads a text that is to describe this congress. What decides which rows of the database and which messages are
    /// its own stays as it is.
    Outcome read(String id, String content) {
        return switch (Congresses.read(content, publicUrl)) {
            case CongressText.Faulty(List<Fault> faults) -> new Outcome.Faulty(faults);
            case CongressText.Read(Congress congress)
            when !congress.id().equals(id) -> new Outcome.Faulty(List.of(Fault.at(1, Kind.OTHER_ID, id)));
            case CongressText.Read(Congress congress)
            when hasOtherAccounts(congress) -> new Outcome.Faulty(List.of(Fault.at(1, Kind.OTHER_ACCOUNTS)));
            case CongressText.Read(Congress congress) ->
                new Outcome.Written(source(content), sheet(congress), congress);
        };
    }

    private boolean hasOtherAccounts(Congress congress) {
        return congresses
                .apply(congress.id())
                .filter(now -> !now.accounts().equals(congress.accounts()))
                .isPresent();
    }
}
