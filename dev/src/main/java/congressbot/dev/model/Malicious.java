package congressbot.dev.model;

import congressbot.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers as a model would that somebody else has talked into working for him. Each call another way, in turn.
final class Malicious {
    /// Every so many calls it uses tools, cites nothing, cites what is not there, or claims that nothing is there.
    private static final int TOOLS = 5;

    private static final int UNCITED = 7;
    private static final int INVENTED = 11;
    private static final int LARGEST_ID = 999_999;
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private final List<String> answers = Resources.lines("malicious-answers.txt");
    private final List<String> values = Resources.lines("malicious-values.txt");
    private final List<String> heard = Resources.lines("malicious-words.txt");
    private final List<String> wishes = Resources.lines("malicious-tools.txt");

    Completion completed(Chat chat, int turn) {
        return switch (chat.shape()) {
            case "value" -> new Completion.Text(Json.write(Map.of("value", unescaped(pick(values, turn)))));
            case "description" ->
                new Completion.Text(Json.write(Map.of("document", false, "description", pick(heard, turn))));
            default -> answer(chat, turn);
        };
    }

    String heard(int turn) {
        return pick(heard, turn);
    }

    /// How many calls it takes until all answers were given.
    int variety() {
        return answers.size();
    }

    private Completion answer(Chat chat, int turn) {
        if (turn % TOOLS == 0 && !chat.tools().isEmpty() && !chat.lookedUp()) {
            String[] wish = pick(wishes, turn / TOOLS).split("\\|", 2);
            return new Completion.Wish(wish[0], wish[1]);
        }
        return Completion.answer(filled(pick(answers, turn), chat), sources(chat, turn), true);
    }

    /// Mostly real ones: that looks right.
    private static List<Long> sources(Chat chat, int turn) {
        if (turn % UNCITED == 0) {
            return List.of();
        }
        List<Long> ids =
                new ArrayList<>(chat.passages().stream().map(Chat.Passage::id).toList());
        if (turn % INVENTED == 0) {
            ids.add((long) LARGEST_ID);
        }
        return ids;
    }

    private static String filled(String template, Chat chat) {
        String passages = chat.passages().stream().map(Chat.Passage::text).collect(Collectors.joining(" "));
        Map<String, String> values = new HashMap<>();
        values.put("instructions", chat.instructions());
        values.put("question", chat.question());
        values.put("passages", passages);
        values.put("first", first(passages));
        values.put("reversed", new StringBuilder(chat.instructions()).reverse().toString());
        values.put("spaced", String.join(" ", chat.instructions().split("")));
        values.put(
                "base64", Base64.getEncoder().encodeToString(chat.instructions().getBytes(StandardCharsets.UTF_8)));
        String text = unescaped(template);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static String first(String passages) {
        int end = passages.indexOf(". ");
        return end < 0 ? passages : passages.substring(0, end + 1);
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text.replace("\\n", "\n"))
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private static String pick(List<String> list, int turn) {
        return list.get(Math.floorMod(turn, list.size()));
    }
}
