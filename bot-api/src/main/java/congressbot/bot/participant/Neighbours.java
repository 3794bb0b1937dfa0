package congressbot.bot.participant;

import congressbot.bot.text.Spelling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// People whom a misspelt search may have meant. The index of sounds finds whose words differ by one slip each; first
/// all words must be found, then all but one, then any, until there are enough.
final class Neighbours {
    /// Candidates that are compared letter by letter.
    private static final int COMPARED = 60;

    /// With fewer candidates, more are looked for less strictly.
    private static final int ENOUGH = 5;

    /// All words, all but one, any.
    private static final int STEPS = 3;

    /// A sound that differs weighs more than a letter: whoever types by ear gets the sounds right.
    private static final int WEIGHT_OF_SOUND = 4;

    /// Weighs words of a name that were not typed; less than any slip.
    private static final int WEIGHT_OF_SLIP = 16;

    /// A word that is this far from everything, in letters, says nothing about who was meant.
    private static final int FAR = 5;

    private final Handle handle;
    private final String congress;
    private final Sieve sieve;

    Neighbours(Handle handle, String congress, Sieve sieve) {
        this.handle = handle;
        this.congress = congress;
        this.sieve = sieve;
    }

    /// @param words of name and address, plain
    /// @param sounds the same by ear
    private record Candidate(Participant participant, List<String> words, List<String> sounds) {}

    /// A typed word.
    ///
    /// @param found it, or any of its slips, as a part of a text query
    private record Typed(String sound, String found) {}

    /// @param cpfs whether they count
    List<Participant> likeliest(boolean cpfs, int most) {
        Set<Long> exact = Set.copyOf(ofTheLetter());
        String digits = sieve.search().digits();
        List<Participant> found =
                digits.isEmpty() ? byWords() : byDigits(digits, cpfs ? Variants.cpfs(digits) : Set.of());
        return found.stream()
                .filter(participant -> !exact.contains(participant.number()))
                .limit(most)
                .toList();
    }

    private List<Long> ofTheLetter() {
        return Conditions.of(congress, sieve)
                .bind(handle.createQuery("SELECT id FROM participants WHERE <found> LIMIT :most"))
                .bind("most", COMPARED)
                .mapTo(Long.class)
                .list();
    }

    private List<Participant> byDigits(String digits, Set<String> cpfs) {
        return Conditions.ofFilters(congress, sieve)
                .bind(handle.createQuery("""
                        SELECT <columns> FROM participants
                        WHERE <found> AND (cpf = ANY (CAST(:cpfs AS char(11)[])) OR phone = ANY (:phones))
                        ORDER BY id DESC
                        LIMIT :most
                        """.replace("<columns>", ParticipantRows.COLUMNS)))
                .bindArray("cpfs", String.class, List.copyOf(cpfs))
                .bindArray("phones", String.class, List.copyOf(Variants.phones(digits)))
                .bind("most", COMPARED)
                .map((row, _) -> ParticipantRows.participant(row))
                .list();
    }

    private List<Participant> byWords() {
        String term = name();
        List<Typed> typed = typed(term);
        Map<Long, Candidate> found = new LinkedHashMap<>();
        for (int missing = 0;
                missing < Math.min(typed.size(), STEPS) && found.size() < enough(typed, missing);
                missing++) {
            candidates(query(typed, missing), term).forEach(one -> found.putIfAbsent(one.participant.number(), one));
        }
        List<String> sounds = typed.stream().map(Typed::sound).toList();
        List<String> words = words(term);
        return found.values().stream()
                .sorted(Comparator.comparingInt(candidate -> distance(candidate, words, sounds)))
                .map(Candidate::participant)
                .toList();
    }

    /// One word of several finds too many: that is for nothing else being found.
    private static int enough(List<Typed> typed, int missing) {
        return missing > 0 && missing == Math.min(typed.size(), STEPS) - 1 ? 1 : ENOUGH;
    }

    /// What was typed, of an address only what stands before the `@`.
    private String name() {
        return Arrays.stream(sieve.search().term().split(" "))
                .map(word -> word.indexOf('@') > 0 ? word.substring(0, word.indexOf('@')) : word)
                .collect(Collectors.joining(" "));
    }

    private List<Typed> typed(String term) {
        return handle.createQuery("""
                        SELECT sound, (SELECT string_agg('''' || slip || '''', '|') FROM unnest(slips(sound)) AS slip) AS found
                        FROM unnest(sounds(:term)) WITH ORDINALITY AS typed (sound, position)
                        ORDER BY position
                        LIMIT 6
                        """)
                .bind("term", term)
                .map((row, _) -> new Typed(row.getString("sound"), row.getString("found")))
                .list();
    }

    /// All of the words but so many.
    private static String query(List<Typed> typed, int missing) {
        if (missing == 0) {
            return all(typed);
        }
        if (missing > 1) {
            return typed.stream().map(Typed::found).collect(Collectors.joining("|"));
        }
        return IntStream.range(0, typed.size())
                .mapToObj(left -> {
                    List<Typed> others = new ArrayList<>(typed);
                    others.remove(left);
                    return "(" + all(others) + ")";
                })
                .collect(Collectors.joining("|"));
    }

    private static String all(List<Typed> typed) {
        return typed.stream().map(word -> "(" + word.found + ")").collect(Collectors.joining("&"));
    }

    private List<Candidate> candidates(String query, String term) {
        return Conditions.ofFilters(congress, sieve)
                .bind(handle.createQuery("""
                        SELECT <columns>, plain_name, sounds(full_name || ' ' || split_part(email, '@', 1)) AS sounds
                        FROM participants
                        WHERE id IN (
                            SELECT id FROM participants
                            WHERE <found> AND participant_keys(full_name, email) @@ CAST(:query AS tsquery)
                            ORDER BY (SELECT sum(word_similarity(word, plain_name || ' ' || email))
                                      FROM unnest(:words) AS word) DESC, id DESC
                            LIMIT :most)
                        ORDER BY id DESC
                        """.replace("<columns>", ParticipantRows.COLUMNS)))
                .bind("query", query)
                .bindArray("words", String.class, words(term))
                .bind("most", COMPARED)
                .map((row, _) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        Participant participant = ParticipantRows.participant(row);
        String local = participant.email().substring(0, participant.email().indexOf('@'));
        return new Candidate(participant, words(row.getString("plain_name") + " " + local), List.of((String[])
                row.getArray("sounds").getArray()));
    }

    private static List<String> words(String text) {
        return List.of(Spelling.folded(text).split(" "));
    }

    /// How far a candidate is from what was typed; words that nobody typed count a little.
    private static int distance(Candidate candidate, List<String> words, List<String> sounds) {
        int bySound = sounds.stream()
                .mapToInt(sound -> nearest(sound, candidate.sounds))
                .sum();
        int byLetter =
                words.stream().mapToInt(word -> nearest(word, candidate.words)).sum();
        return (bySound * WEIGHT_OF_SOUND + byLetter) * WEIGHT_OF_SLIP + candidate.words.size();
    }

    private static int nearest(String word, List<String> others) {
        return others.stream()
                .mapToInt(other -> Spelling.distance(word, other))
                .map(letters -> Math.min(letters, FAR))
                .min()
                .orElse(FAR);
    }
}
