package congressbot.bot.panel;

import java.util.regex.Pattern;

/// Paths of the panel that come from outside: where somebody wants to go on behind the door.
final class Paths {
    /// A path below the panel's, with a query perhaps: nothing that a browser takes for another host.
    private static final Pattern OURS = Pattern.compile("/painel(/[A-Za-z0-9._~%-]+)*(\\?[A-Za-z0-9._~%&=+,:-]*)?");

    private static final int LONGEST = 2_000;

    private Paths() {}

    static boolean isOurs(String path) {
        return path.length() <= LONGEST && OURS.matcher(path).matches() && !path.contains("..");
    }
}
