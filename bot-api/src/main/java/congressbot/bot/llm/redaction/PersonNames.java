package congressbot.bot.llm.redaction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds names of people: the person's own, introduced ones, common ones, and unknown ones that are written like names.
/// Errs on the side of too many; a word that the organisers published counts only where it is the person's own or
/// introduced as a name.
final class PersonNames {
    private static final int LONGEST_INTRODUCTION = 6;
    private static final int LONGEST_NAME = 6;
    private static final int SHORTEST_SURNAME = 4;

    private final Vocabulary vocabulary;
    private final PersonalValues own;
    private final Published published;

    PersonNames(Vocabulary vocabulary, PersonalValues own, Published published) {
        this.vocabulary = vocabulary;
        this.own = own;
        this.published = published;
    }

    String redacted(String text) {
        List<Word> words = Word.of(text);
        boolean shouting = words.stream().filter(Word::shouted).count() * 2 > words.size();
        Set<Integer> names = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isToken() && isName(words, i, shouting)) {
                names.add(i);
            }
        }
        introduced(words, names);
        spread(words, names);
        return replaced(text, words, names);
    }

    private boolean isName(List<Word> words, int i, boolean shouting) {
        Word word = words.get(i);
        if (own.hasWord(word.folded())) {
            return true;
        }
        if (published.hasWord(word.folded())) {
            return false;
        }
        return vocabulary.names().sure().contains(word.folded())
                || (!shouting && isUnknown(word) && !beginsMessage(words, i))
                || isSmallSurname(words, i)
                || (followsTitle(words, i) && !vocabulary.common().contains(word.folded()));
    }

    /// Written with a capital, and no word that we know.
    private boolean isUnknown(Word word) {
        return word.capitalised()
                && !word.beginsSentence()
                && !vocabulary.common().contains(word.folded())
                && !vocabulary.titles().contains(word.folded());
    }

    private static boolean beginsMessage(List<Word> words, int i) {
        return i == 0 || words.get(i).beginsSentence();
    }

    private boolean followsTitle(List<Word> words, int i) {
        return i > 0
                && vocabulary.titles().contains(words.get(i - 1).folded())
                && words.get(i).before().strip().length() <= 1
                && (words.get(i).capitalised() || isDoubtful(words.get(i)));
    }

    private boolean isDoubtful(Word word) {
        return vocabulary.names().doubtful().contains(word.folded());
    }

    private void introduced(List<Word> words, Set<Integer> names) {
        for (int end = 1; end < words.size(); end++) {
            boolean surely = introduces(words, end, vocabulary.introductions().sure());
            if (surely || introduces(words, end, vocabulary.introductions().doubtful())) {
                take(words, end, surely, names);
            }
        }
    }

    private static boolean introduces(List<Word> words, int end, Set<String> phrases) {
        StringBuilder phrase = new StringBuilder();
        for (int from = end - 1; from >= Math.max(0, end - LONGEST_INTRODUCTION); from--) {
            phrase.insert(0, phrase.isEmpty() ? "" : " ")
                    .insert(0, words.get(from).folded());
            if (phrases.contains(phrase.toString())) {
                return true;
            }
        }
        return false;
    }

    /// @param surely whether what follows is a name whatever it looks like
    private void take(List<Word> words, int from, boolean surely, Set<Integer> names) {
        for (int i = from; i < Math.min(words.size(), from + LONGEST_NAME); i++) {
            Word word = words.get(i);
            boolean apart = i > from && !word.adjoins();
            boolean particle = i > from && vocabulary.particles().contains(word.folded());
            if (apart || (!particle && (word.isToken() || !mayBeName(word, surely)))) {
                return;
            }
            if (!particle) {
                names.add(i);
            }
        }
    }

    private boolean mayBeName(Word word, boolean surely) {
        boolean everyday = vocabulary.common().contains(word.folded());
        boolean looks = word.capitalised()
                || isDoubtful(word)
                || vocabulary.names().sure().contains(word.folded());
        return surely ? !everyday : looks && !everyday && !published.hasWord(word.folded());
    }

    /// What stands beside a name and may be one belongs to it.
    private void spread(List<Word> words, Set<Integer> names) {
        for (int i = 1; i < words.size(); i++) {
            if (belongs(words, names, i, neighbour(words, i))) {
                names.add(i);
            }
        }
        for (int i = words.size() - 2; i >= 0; i--) {
            int next = nextNeighbour(words, i);
            if (next < words.size() && names.contains(next) && belongs(words.get(i))) {
                names.add(i);
            }
        }
    }

    private boolean belongs(List<Word> words, Set<Integer> names, int i, int before) {
        return before >= 0 && names.contains(before) && belongs(words.get(i));
    }

    /// In capitals even an everyday word is a surname there.
    private boolean belongs(Word word) {
        boolean everyday = vocabulary.common().contains(word.folded());
        return !word.isToken()
                && !published.hasWord(word.folded())
                && (isDoubtful(word)
                        || (word.capitalised() && !(everyday && word.beginsSentence()))
                        || (word.shouted() && !everyday));
    }

    /// Somebody who writes all in small letters: what follows a given name and is no word that we know.
    private boolean isSmallSurname(List<Word> words, int i) {
        Word word = words.get(i);
        return i > 0
                && word.adjoins()
                && vocabulary.names().sure().contains(words.get(i - 1).folded())
                && word.folded().length() >= SHORTEST_SURNAME
                && Character.isLetter(word.written().codePointAt(0))
                && !vocabulary.common().contains(word.folded());
    }

    /// The word before, particles skipped; -1 when none adjoins.
    private int neighbour(List<Word> words, int i) {
        int before = i;
        do {
            if (!words.get(before).adjoins()) {
                return -1;
            }
            before--;
        } while (before > 0 && vocabulary.particles().contains(words.get(before).folded()));
        return before;
    }

    private int nextNeighbour(List<Word> words, int i) {
        int next = i + 1;
        while (next < words.size()
                && words.get(next).adjoins()
                && vocabulary.particles().contains(words.get(next).folded())) {
            next++;
        }
        return next < words.size() && words.get(next).adjoins() ? next : words.size();
    }

    /// Names that adjoin become one token.
    private String replaced(String text, List<Word> words, Set<Integer> names) {
        Spans spans = new Spans(text);
        int i = 0;
        while (i < words.size()) {
            if (!names.contains(i)) {
                i++;
                continue;
            }
            int last = i;
            int next = nextNeighbour(words, last);
            while (next < words.size() && names.contains(next)) {
                last = next;
                next = nextNeighbour(words, last);
            }
            spans.add(words.get(i).from(), words.get(last).to(), Token.NAME);
            i = last + 1;
        }
        return spans.replaced();
    }
}
