package congressbot.dev.questions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of questions: `? how much is it`, below it `= free`; a blank line begins a new chat, `#` a remark.
///
/// @param name of the file, without its ending
record QuestionSet(String name, List<Chat> chats) {
    private static final String QUESTION = "? ";
    private static final String ANSWER = "= ";
    private static final String REMARK = "#";

    QuestionSet {
        chats = List.copyOf(chats);
    }

    /// The questions of one person, one after the other.
    record Chat(List<Item> items) {
        Chat {
            items = List.copyOf(items);
        }
    }

    /// One question.
    record Item(String question, Expectation expectation) {}

    /// @throws IOException also when a line is none of those
    static QuestionSet read(Path file) throws IOException {
        List<Chat> chats = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        String question = "";
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                end(items, chats);
            } else if (line.startsWith(QUESTION)) {
                question = line.substring(QUESTION.length()).strip();
            } else if (line.startsWith(ANSWER) && !question.isEmpty()) {
                items.add(new Item(
                        question, Expectation.of(line.substring(ANSWER.length()).strip())));
                question = "";
            } else if (!line.startsWith(REMARK)) {
                throw new IOException(file + ": neither a question nor its answer: " + line);
            }
        }
        end(items, chats);
        return new QuestionSet(file.getFileName().toString().replaceFirst("\\.[a-z]+$", ""), chats);
    }

    private static void end(List<Item> items, List<Chat> chats) {
        if (!items.isEmpty()) {
            chats.add(new Chat(items));
            items.clear();
        }
    }
}
