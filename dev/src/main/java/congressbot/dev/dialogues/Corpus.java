package congressbot.dev.dialogues;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of the scripts: a folder for each theme, a file for each behaviour, and the congress that they talk
/// about.
/// That is not the organisers' own, whose changes would change what the bot says here.
///
/// @param folder `dev/dialogues` of the project
record Corpus(Path folder) {
    private static final String ENDING = ".txt";
    private static final List<String> PROMPTS =
            List.of("instructions.txt", "proposal.txt", "picture.txt", "prompts.properties");

    static Corpus of(Path project) {
        return new Corpus(project.resolve("dev").resolve("dialogues"));
    }

    Path congress() {
        return folder.resolve("congress");
    }

    /// What everybody may know, and a model is told: all of the congress, and our own prompts.
    String published() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(congress())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        for (String prompt : PROMPTS) {
            try (InputStream in = Corpus.class.getResourceAsStream("/congressbot/bot/llm/" + prompt)) {
                byte[] bytes = Objects.requireNonNull(in, prompt).readAllBytes();
                text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return text.toString();
    }

    /// The scripts below these names, in the order of the files.
    ///
    /// @param names themes (`cities`) or scripts (`cities/nickname`, with or without its ending); none: all scripts
    /// @return empty when nothing has one of the names
    Optional<List<Script>> scripts(List<String> names) throws IOException {
        List<Script> found = new ArrayList<>();
        List<Script> all = all();
        for (Script script : all) {
            if (names.isEmpty() || names.stream().anyMatch(name -> isBelow(script, name))) {
                found.add(script);
            }
        }
        boolean allNamesFound = names.stream().allMatch(name -> all.stream().anyMatch(script -> isBelow(script, name)));
        return allNamesFound ? Optional.of(found) : Optional.empty();
    }

    void write(Script script) throws IOException {
        Files.writeString(folder.resolve(script.name() + ENDING), script.text());
    }

    private List<Script> all() throws IOException {
        List<Script> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                scripts.add(Script.of(name(file), Files.readString(file)));
            }
        }
        return scripts;
    }

    private String name(Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ENDING.length());
    }

    private static boolean isBelow(Script script, String name) {
        String plain = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return script.name().equals(plain) || script.name().startsWith(plain.replaceFirst("/?$", "/"));
    }
}
