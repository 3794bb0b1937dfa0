package congressbot.bot.panel.people;

import java.util.List;

/// What is asked before the same is done to many.
///
/// @param act what is to be done
/// @param numbers to whom
/// @param all how many there are, perhaps more than may be at once
/// @param back the list
/// @param cause of the mails
public record ManyQuestion(String act, List<Long> numbers, long all, int most, String back, String cause) {
    public ManyQuestion {
        numbers = List.copyOf(numbers);
    }

    public boolean tooMany() {
        return all > most;
    }

    /// The list's address behind its `?`.
    public String query() {
        return back.substring(Math.min(back.length(), (back + "?").indexOf('?') + 1));
    }
}
