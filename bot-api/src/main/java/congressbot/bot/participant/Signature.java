package congressbot.bot.participant;

import congressbot.bot.account.Witness;
import java.util.OptionalLong;

/// Who changes registrations on behalf of the organisers, for the history of their fields.
///
/// @param channel `panel` or `import`
/// @param batch the import
public record Signature(Witness witness, String channel, OptionalLong batch) {
    public static final String PANEL = "panel";
    public static final String IMPORT = "import";

    /// Somebody at the pages.
    public static Signature atPanel(Witness witness) {
        return new Signature(witness, PANEL, OptionalLong.empty());
    }

    /// A file.
    public static Signature ofImport(Witness witness, long batch) {
        return new Signature(witness, IMPORT, OptionalLong.of(batch));
    }
}
