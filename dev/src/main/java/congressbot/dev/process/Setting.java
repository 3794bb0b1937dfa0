package congressbot.dev.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What child processes get.
///
/// @param project the folder of the launcher, with the modules in it
/// @param jvmOptions for `java`, before the class path
/// @param rehearsing whether it leaves a [ClassArchive] when it ends, and reads none
/// @param environment the variables of ours; those of this process are not handed down
/// @param consoles the folder where a child's output is added to the file `{module}.console`
public record Setting(
        Path project, List<String> jvmOptions, boolean rehearsing, Map<String, String> environment, Path consoles) {
    public Setting {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    Setting from(Path other) {
        return new Setting(other, jvmOptions, rehearsing, environment, consoles);
    }
}
