package congressbot.dev.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One of our processes, as its module packages it. By name: what is told apart here may have only one of them at hand.
public enum Program {
    GATEWAY("gateway", "congressbot.gateway.Gateway"),
    WORKER("worker", "congressbot.worker.Worker"),
    BOT_API("bot-api", "congressbot.bot.BotApi");

    private final String module;
    private final String mainClass;

    Program(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /// The name of the module: of its folder and of its jar.
    public String module() {
        return module;
    }

    String mainClass() {
        return mainClass;
    }

    /// Where it is packaged.
    ///
    /// @param project the folder of the launcher
    Path target(Path project) {
        return project.resolve(module).resolve("target").toAbsolutePath().normalize();
    }

    /// Its class path, always in the same order: its own jar, and then the libraries by their names.
    List<Path> jars(Path project) throws IOException {
        Path target = target(project);
        try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            return Stream.concat(
                            Stream.of(target.resolve(module + ".jar")),
                            libraries
                                    .filter(file -> file.toString().endsWith(".jar"))
                                    .sorted())
                    .toList();
        }
    }
}
