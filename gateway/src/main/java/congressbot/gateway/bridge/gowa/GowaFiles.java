package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.Media;
import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fetches files from the bridge, and from nowhere else: what a message or an answer of the bridge
/// names is read as a path below the bridge's folder of files, never as an address.
final class GowaFiles {
    /// The bridge's folder of files. Its other paths do things: a GET logs the phone out.
    private static final String FOLDER = "statics";

    private static final int MOST_SEGMENTS = 10;

    private static final Duration FETCH = Duration.ofSeconds(15);

    /// The bridge gets the file from WhatsApp meanwhile.
    private static final Duration DOWNLOAD = Duration.ofSeconds(20);

    /// What the bridge says, with status 500, of a file that it will never have.
    private static final List<String> NEVER = List.of("not found", "does not belong", "does not contain");

    private final GowaApi api;

    GowaFiles(GowaApi api) {
        this.api = api;
    }

    Media fetch(GowaMedia.Place place) {
        return place.path().map(this::atPath).orElseGet(() -> downloaded(place));
    }

    /// The code to be scanned. Its link has the name by which the bridge believes to be reached: of
    /// that only the path counts.
    Media fetchCode(String link) {
        int folder = link.lastIndexOf("/" + FOLDER + "/");
        return folder < 0 ? new Media.Gone() : atPath(link.substring(folder));
    }

    private Media atPath(String path) {
        return address(path).map(this::file).orElseGet(Media.Gone::new);
    }

    private Media file(URI address) {
        return switch (api.send(Call.get(address, FETCH).reading(Fetched.MAX_BYTES))) {
            case Exchange.Answered answer -> judged(answer);
            case Exchange.NoAnswer failure when failure.tooLong() -> new Media.TooLarge();
            case Exchange.NoAnswer _, Exchange.NotSent _ -> new Media.TryLater("the bridge does not answer");
        };
    }

    private static Media judged(Exchange.Answered answer) {
        return switch (answer.status()) {
            case 200 -> new Media.Found(answer.content());
            case 404, 410 -> new Media.Gone();
            default -> new Media.TryLater("the bridge answers with status " + answer.status());
        };
    }

    /// Has the bridge download the file of a message; then it lies in its folder.
    private Media downloaded(GowaMedia.Place place) {
        String download =
                "/message/" + GowaApi.segment(place.messageId()) + "/download?phone=" + GowaApi.encoded(place.chat());
        return switch (api.get(download, DOWNLOAD)) {
            case Exchange.Answered answer
            when answer.status() == 200 ->
                GowaApi.results(answer)
                        .flatMap(this::named)
                        .map(this::file)
                        .orElseGet(() -> new Media.TryLater("the bridge does not say where the file is"));
            case Exchange.Answered answer when isNever(answer) -> new Media.Gone();
            case Exchange.Answered answer -> judged(answer);
            case Exchange.NoAnswer _, Exchange.NotSent _ -> new Media.TryLater("the bridge does not answer");
        };
    }

    private static boolean isNever(Exchange.Answered answer) {
        return answer.status() == 500 && NEVER.stream().anyMatch(answer.body()::contains);
    }

    /// By its path; else by its address, if that is one of the bridge as we know it.
    private Optional<URI> named(Fields results) {
        return results.text("file_path")
                .flatMap(this::address)
                .or(() -> results.text("file_url").flatMap(this::ownPath).flatMap(this::address));
    }

    private Optional<String> ownPath(String url) {
        String base = api.at("").toString();
        return Optional.of(url)
                .filter(address -> address.startsWith(base + "/"))
                .map(address -> address.substring(base.length()));
    }

    /// The address of a file in the bridge's folder; empty for any other path.
    private Optional<URI> address(String path) {
        List<String> segments = Stream.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1))
                .toList();
        boolean inFolder = segments.size() > 1
                && segments.size() <= MOST_SEGMENTS
                && segments.getFirst().equals(FOLDER)
                && segments.stream().allMatch(GowaFiles::isName);
        return inFolder
                ? Optional.of(
                        api.at("/" + segments.stream().map(GowaApi::encoded).collect(Collectors.joining("/"))))
                : Optional.empty();
    }

    /// Of a file or folder, with nothing in it that a server might read as more.
    private static boolean isName(String segment) {
        return !segment.isEmpty()
                && !segment.startsWith(".")
                && segment.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\' || c == '%');
    }
}
