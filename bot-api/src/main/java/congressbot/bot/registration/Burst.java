package congressbot.bot.registration;

import congressbot.bot.registration.Remark.Fades;
import congressbot.bot.text.Text;
import congressbot.wire.message.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Folds the moves of a burst into one reply: all remarks that are still worth saying, the last question.
public final class Burst {
    private final List<Remark> remarks = new ArrayList<>();
    private Optional<Text> asks = Optional.empty();
    private List<Option> options = List.of();

    public void add(Move move) {
        remarks.removeIf(remark -> remark.fades() == Fades.WITH_THE_NEXT_MESSAGE);
        remarks.addAll(move.says());
        if (move.asks().isPresent() || move.next().pending().isEmpty()) {
            asks = move.asks();
            options = move.options();
        }
        if (move.summarises()) {
            remarks.removeIf(remark -> remark.fades() == Fades.BEHIND_THE_SUMMARY);
        }
    }

    public List<Text> says() {
        return remarks.stream().map(Remark::text).toList();
    }

    public Optional<Text> asks() {
        return asks;
    }

    public List<Option> options() {
        return options;
    }
}
