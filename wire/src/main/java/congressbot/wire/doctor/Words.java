package congressbot.wire.doctor;

import congressbot.wire.resource.ResourceFile;
import java.util.Optional;
import java.util.Properties;

/// The sentences of a report: `key` is what was found, `key.do` what to do about it; `{0}`, `{1}` are details.
public final class Words {
    private static final String ADVICE = ".do";

    private final Properties sentences = new Properties();

    private Words() {}

    /// What every process says.
    static Words common() {
        return new Words().with(ResourceFile.beside(Words.class, "doctor.properties"));
    }

    /// With those of a process.
    Words with(ResourceFile more) {
        Words all = new Words();
        all.sentences.putAll(sentences);
        all.sentences.putAll(more.properties());
        return all;
    }

    String said(String key, String... details) {
        return find(key, details).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    Optional<String> advice(String key, String... details) {
        return find(key + ADVICE, details);
    }

    private Optional<String> find(String key, String... details) {
        return Optional.ofNullable(sentences.getProperty(key)).map(sentence -> filled(sentence, details));
    }

    private static String filled(String sentence, String... details) {
        String filled = sentence;
        for (int i = 0; i < details.length; i++) {
            filled = filled.replace("{" + i + "}", plain(details[i]));
        }
        return filled;
    }

    /// Neighbours wrote it: nothing in it may steer the terminal.
    private static String plain(String detail) {
        return detail.replaceAll("\\p{Cntrl}", " ");
    }
}
