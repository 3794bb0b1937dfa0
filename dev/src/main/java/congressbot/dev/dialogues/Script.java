package congressbot.dev.dialogues;

import congressbot.wire.bot.TurnRequest;
import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A conversation in a file, and what must stand in the database after it:
///
/// ```
/// # What it shows.
/// @phone +5562998765432
///
/// > quero me inscrever
/// < a line of the reply
/// < another line of it
///
/// = Maria da Silva | maria@gmail.com | 52998224725 | +5562998765432 | Goiânia/GO | Estudante
/// ```
///
/// Lines of a person behind each other are a burst, answered in one turn; where it took several, their replies are
/// parted by `< ---`. Turns are parted by an empty line. Numbers of registrations stand as 1, 2, … in
/// the order in which this conversation made them.
///
/// @param name the path below the folder of the corpus, without its ending
record Script(String name, List<Line> lines) {
    private static final String PART = "\n---\n";

    Script {
        lines = List.copyOf(lines);
    }

    static Script of(String name, String file) {
        return new Script(name, file.lines().map(Line::of).toList());
    }

    /// Why it cannot be played; empty when it can.
    Optional<String> problem() {
        Optional<String> misplaced = IntStream.range(0, lines.size())
                .filter(i -> isMisplaced(i))
                .mapToObj(i -> "line %d cannot stand there: %s"
                        .formatted(i + 1, lines.get(i).text()))
                .findFirst();
        return misplaced
                .or(() -> when(turns().isEmpty(), "nobody says anything"))
                .or(() -> when(all(Line.Expected.class).isEmpty(), "unfinished: no line = at the end"))
                .or(() -> when(
                        turns().stream().anyMatch(turn -> turn.burst().size() > TurnRequest.BURST),
                        "a burst of more than " + TurnRequest.BURST + " messages"));
    }

    Optional<PhoneNumber> phone() {
        return all(Line.Phone.class).stream().map(Line.Phone::number).findFirst();
    }

    List<Stranger> strangers() {
        return all(Line.Taken.class).stream().map(Line.Taken::by).toList();
    }

    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Line.Days(var _, int days)) {
                acts.add(new Act.Pause(days));
            }
            if (beginsBurst(i)) {
                List<Line.Said> burst = run(i, Line.Said.class);
                List<Line.Reply> replies = run(i + burst.size(), Line.Reply.class);
                acts.add(new Act.Turn(burst.stream().map(Line.Said::content).toList(), parts(replies)));
            }
        }
        return acts;
    }

    List<Act.Turn> turns() {
        return acts().stream()
                .filter(Act.Turn.class::isInstance)
                .map(Act.Turn.class::cast)
                .toList();
    }

    Rows rows() {
        return Rows.expected(
                all(Line.Expected.class).stream().map(Line.Expected::row).toList());
    }

    /// Whether one text follows the other: all that the door for programs takes.
    boolean plain() {
        return turns().stream()
                .allMatch(turn -> turn.burst().size() == 1 && turn.burst().getFirst() instanceof Content.Text);
    }

    /// This script with other lines of the bot.
    ///
    /// @param replies those of each turn
    Script with(List<List<String>> replies) {
        Iterator<List<String>> next = replies.iterator();
        List<Line> written = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!(lines.get(i) instanceof Line.Reply)) {
                written.add(lines.get(i));
            }
            if (endsBurst(i)) {
                written.addAll(lines(next.next()));
            }
        }
        return new Script(name, written);
    }

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean isMisplaced(int i) {
        return switch (lines.get(i)) {
            case Line.Remark _ -> false;
            case Line.Phone _, Line.Taken _ -> lines.subList(0, i).stream().anyMatch(is(Line.Said.class));
            case Line.Days _ -> lines.subList(0, i).stream().noneMatch(is(Line.Said.class));
            case Line.Said _ -> i > 0 && (lines.get(i - 1) instanceof Line.Reply || isBehindRow(i));
            case Line.Reply _ ->
                i == 0 || !(lines.get(i - 1) instanceof Line.Said || lines.get(i - 1) instanceof Line.Reply);
            case Line.Expected(var _, String row) -> !Rows.isRow(row);
            case Line.Unreadable _ -> true;
        };
    }

    private boolean isBehindRow(int i) {
        return lines.subList(0, i).stream().anyMatch(is(Line.Expected.class));
    }

    private boolean beginsBurst(int i) {
        return lines.get(i) instanceof Line.Said && (i == 0 || !(lines.get(i - 1) instanceof Line.Said));
    }

    private boolean endsBurst(int i) {
        return lines.get(i) instanceof Line.Said && (i + 1 == lines.size() || !(lines.get(i + 1) instanceof Line.Said));
    }

    private <L extends Line> List<L> run(int from, Class<L> kind) {
        return lines.subList(from, lines.size()).stream()
                .takeWhile(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private <L extends Line> List<L> all(Class<L> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Predicate<Line> is(Class<? extends Line> kind) {
        return kind::isInstance;
    }

    private static List<String> parts(List<Line.Reply> replies) {
        String all = replies.stream().map(Line.Reply::words).collect(Collectors.joining("\n"));
        return replies.isEmpty() ? List.of() : List.of(all.split(PART, -1));
    }

    private static List<Line> lines(List<String> replies) {
        return replies.isEmpty()
                ? List.of()
                : String.join(PART, replies)
                        .lines()
                        .map(line -> Line.of(line.isEmpty() ? "<" : "< " + line))
                        .toList();
    }

    private static Optional<String> when(boolean holds, String problem) {
        return holds ? Optional.of(problem) : Optional.empty();
    }
}
