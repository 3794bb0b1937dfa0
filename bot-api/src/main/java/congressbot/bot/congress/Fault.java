package congressbot.bot.congress;

import java.util.List;

/// What is wrong with a file of the organisers, and where.
///
/// @param line from 1 on; 0 where none can be named
/// @param values of what the sentence about it names
public record Fault(int line, Kind kind, List<String> values) {
    public Fault {
        values = List.copyOf(values);
    }

    public static Fault at(int line, Kind kind, Object... values) {
        return new Fault(
                line, kind, List.of(values).stream().map(String::valueOf).toList());
    }

    /// For whoever runs the program. Organisers read it in their own language.
    public String message() {
        return kind.sentence.formatted(values.toArray());
    }

    /// What can be wrong, in the words of whoever runs the program.
    public enum Kind {
        NO_FILE("there is no such file in %s"),
        UNREADABLE("the file cannot be read"),
        NOT_UTF8("the file is not written in UTF-8"),
        TOO_LARGE("the file is larger than %s KiB"),
        EMPTY("the file is empty"),
        // congress.yaml
        NO_KEYS("keys are expected, each on a line: name: …"),
        NOT_YAML("not valid YAML: %s"),
        ALIAS("aliases (*name) are not used here"),
        TOO_DEEP("nothing stands as deep as this"),
        TWICE("%s is written twice"),
        MISSING("%s is missing"),
        NO_TEXT("%s must be a text"),
        LENGTH("%s must have 1 to %s characters"),
        NO_DATE("%s is no date of the form 2027-05-18"),
        NO_FLAG("%s must be true or false"),
        NO_MINUTES("%s must be a number of minutes from %s to %s"),
        NO_WEB_ADDRESS("%s must begin with https:// or http://"),
        NO_LIST("%s must be a list"),
        NO_LIST_OF_TEXTS("%s must be a list of texts"),
        NO_KEYS_OF_ITS_OWN("%s must hold keys of its own"),
        UNKNOWN("%s is unknown; known are %s"),
        NO_ID("%s must be lower-case letters, digits and hyphens, up to 40"),
        NO_STATE("%s must be two capital letters"),
        NO_EMAIL("%s must be an address of the form name@domain"),
        NO_QUIET_HOURS("%s must have the form 22:00-08:00"),
        END_BEFORE_START("end is before start"),
        CLOSES_BEFORE_OPENS("registration.closes is before registration.opens"),
        PROFILE_COUNT("profiles must be a list of 2 to 10 labels"),
        PROFILES_ALIKE("two profiles read the same"),
        NO_WAY_OF_CONTACT("contact needs an email, a phone or a site"),
        NO_ACCOUNTS("accounts must have the form channel:account"),
        OTHER_ID("id must stay %s here: it names the congress in the database"),
        OTHER_ACCOUNTS("accounts are changed in the folder alone: they decide whose messages are received"),
        // knowledge
        HTML("HTML is not read here, write Markdown"),
        INVISIBLE("an invisible character"),
        NOTHING("nothing stands in it"),
        LONG_HEADING("a heading is longer than %s characters"),
        LONG_PIECE("a sentence, row or entry is longer than %s characters"),
        LONG_PARAGRAPH("a paragraph is longer than %s characters"),
        TOO_MANY("more than %s files, the others are not read"),
        MASKED("a masked piece of personal data stands in it"),
        NO_PASSAGE("one text is expected, without headings, and nothing left open in it"),
        NO_NAME("a document is named by letters, digits and hyphens, up to 80");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
