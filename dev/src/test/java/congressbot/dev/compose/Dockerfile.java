package congressbot.dev.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Dockerfile as its instructions, stage by stage.
final class Dockerfile {
    /// @param from an image, or an earlier stage
    private record Stage(String name, String from, List<Instruction> instructions) {}

    private record Instruction(String keyword, String rest) {}

    private final Map<String, Stage> stages = new LinkedHashMap<>();

    private Dockerfile() {}

    static Dockerfile read() {
        Dockerfile file = new Dockerfile();
        List<Instruction> current = new ArrayList<>();
        String joined =
                ComposeFile.text("Dockerfile").replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "");
        for (String line : joined.lines().filter(text -> !text.isBlank()).toList()) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("FROM")) {
                String[] from = words[1].split(" ", 3);
                current = new ArrayList<>();
                file.stages.put(from[2], new Stage(from[2], from[0], current));
            } else {
                current.add(new Instruction(words[0], words[1]));
            }
        }
        return file;
    }

    /// The images from elsewhere.
    List<String> bases() {
        return stages.values().stream()
                .map(Stage::from)
                .filter(from -> !stages.containsKey(from))
                .toList();
    }

    /// The stages that this one is made of, itself first.
    List<String> chain(String target) {
        List<String> names = new ArrayList<>();
        for (Optional<Stage> stage = stage(target);
                stage.isPresent();
                stage = stage(stage.get().from())) {
            names.add(stage.get().name());
        }
        return names;
    }

    /// The image that it is made of in the end.
    String base(String target) {
        return stage(chain(target).getLast()).map(Stage::from).orElseThrow();
    }

    List<String> keywords() {
        return stages.keySet().stream().flatMap(name -> keywords(name).stream()).toList();
    }

    List<String> keywords(String target) {
        return stage(target).orElseThrow().instructions().stream()
                .map(Instruction::keyword)
                .toList();
    }

    List<String> all(String target, String keyword) {
        return stage(target).orElseThrow().instructions().stream()
                .filter(instruction -> instruction.keyword().equals(keyword))
                .map(Instruction::rest)
                .toList();
    }

    /// Empty when this stage has none: nothing that matters is inherited.
    String last(String target, String keyword) {
        List<String> all = all(target, keyword);
        return all.isEmpty() ? "" : all.getLast();
    }

    private Optional<Stage> stage(String name) {
        return Optional.ofNullable(stages.get(name));
    }
}
