package congressbot.bot.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads questions: parts them into sentences, clauses and phrases, and tells which words matter.
final class WordingReader {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?…\\n]+(?:[.!?…](?=\\S)[^.!?…\\n]+)*[.!?…\\n]*");
    private static final Pattern CLAUSE = Pattern.compile("[,;:()]+(?:\\s|$)|\\s[-–—]+\\s");

    /// Words of a question that are looked at: more is a story.
    private static final int MOST_WORDS = 150;

    /// Digits of a number that is more than a count: a year, a line of a bus.
    private static final int LONG_NUMBER = 3;

    /// Letters of an unknown word that may be the beginning of a longer one: `eletro`.
    private static final int SHORTEST_CLIPPING = 5;

    /// Words of what somebody tells before a question.
    private static final int SHORTEST_TELLING = 7;

    /// An introduction ends where the question begins, at the latest after so many words.
    private static final int LONGEST_INTRODUCTION = 12;

    private final Lexicon lexicon;
    private final LocalWords local;
    private final Map<String, String> meant;

    /// @param meant what unknown words probably mean
    WordingReader(Lexicon lexicon, LocalWords local, Map<String, String> meant) {
        this.lexicon = lexicon;
        this.local = local;
        this.meant = Map.copyOf(meant);
    }

    /// A sentence or a part of one, with the words of each clause.
    private record Sentence(boolean asks, List<List<String>> clauses) {}

    /// What a heading names, word by word.
    List<Term> terms(String heading) {
        List<Term> terms = new ArrayList<>();
        clauses(heading).forEach(clause -> read(clause, true, terms));
        return terms;
    }

    Wording read(String question) {
        List<Sentence> sentences = sentences(question);
        List<String> words = sentences.stream()
                .flatMap(sentence -> sentence.clauses().stream())
                .flatMap(List::stream)
                .toList();
        List<Term> terms = new ArrayList<>();
        for (Sentence sentence : sentences) {
            sentence.clauses().forEach(clause -> read(clause, sentence.asks(), terms));
        }
        boolean unpublished = sentences.stream()
                .filter(Sentence::asks)
                .flatMap(sentence -> sentence.clauses().stream())
                .anyMatch(lexicon::isUnpublished);
        dropCounts(terms);
        addCounted(terms);
        boolean subject = terms.stream().anyMatch(WordingReader::isSubject);
        boolean leans = !words.isEmpty() && (!subject || lexicon.leans(words));
        return new Wording(withSubject(terms), leans, unpublished);
    }

    /// "How many" says little beside "minutes".
    private static void dropCounts(List<Term> terms) {
        long kinds =
                terms.stream().filter(term -> term.role() == Term.Role.KIND).count();
        if (kinds > 1) {
            terms.removeIf(term -> term.exact().equals(Set.of(Lexicon.COUNT)));
        }
    }

    /// Of what is counted, its number is what to look for: "110 stands".
    private static void addCounted(List<Term> terms) {
        if (terms.stream().anyMatch(term -> term.exact().equals(Set.of(Lexicon.COUNT)))) {
            Set<String> counted = terms.stream()
                    .filter(WordingReader::isSubject)
                    .flatMap(term -> term.exact().stream())
                    .map(word -> Term.NUMBER + " " + word)
                    .collect(Collectors.toUnmodifiableSet());
            if (!counted.isEmpty()) {
                terms.add(Term.of(counted, Set.of(), Term.Role.BONUS));
            }
        }
    }

    private static boolean isSubject(Term term) {
        return term.role() == Term.Role.SUBJECT;
    }

    /// Where nothing weightier was asked, what is told by the way is the subject; else, without a kind, common words
    /// are.
    private static List<Term> withSubject(List<Term> terms) {
        if (terms.stream().anyMatch(term -> isSubject(term) || term.role() == Term.Role.DAY)) {
            return terms;
        }
        if (terms.stream().anyMatch(term -> term.role() == Term.Role.SIDE)) {
            return terms.stream()
                    .map(term -> term.role() == Term.Role.SIDE ? term.as(Term.Role.SUBJECT) : term)
                    .toList();
        }
        boolean kind = terms.stream().anyMatch(term -> term.role() == Term.Role.KIND || term.role() == Term.Role.HINT);
        return kind
                ? terms
                : terms.stream().map(term -> term.as(Term.Role.SUBJECT)).toList();
    }

    /// Beside a question, a statement is told by the way; where nothing is asked in words, statements are what counts.
    private List<Sentence> sentences(String question) {
        boolean byMark = question.contains("?");
        List<Sentence> sentences = SENTENCE.matcher(question)
                .results()
                .map(MatchResult::group)
                .flatMap(text -> parts(text, byMark).stream())
                .toList();
        boolean asked = sentences.stream()
                .filter(Sentence::asks)
                .anyMatch(sentence -> sentence.clauses().stream().anyMatch(clause -> {
                    List<Term> terms = new ArrayList<>();
                    read(clause, true, terms);
                    return terms.stream().anyMatch(WordingReader::isSubject);
                }));
        return asked
                ? sentences
                : sentences.stream()
                        .map(sentence -> new Sentence(true, sentence.clauses()))
                        .toList();
    }

    /// Within a sentence, what comes before "I would like to know", before a clause that begins like a question and
    /// before a last one that is a question by itself is a part of its own.
    ///
    /// @param byMark only a question mark makes a question of it
    private List<Sentence> parts(String text, boolean byMark) {
        boolean marked = text.contains("?");
        List<Sentence> parts = new ArrayList<>();
        List<List<String>> part = new ArrayList<>();
        boolean asks = false;
        List<List<String>> clauses = announced(clauses(text));
        for (int i = 0; i < clauses.size(); i++) {
            List<String> clause = clauses.get(i);
            boolean begins = lexicon.announcement(clause, 0) > 0
                    || (lexicon.beginsQuestion(clause) && (marked || !byMark))
                    || (marked && i == clauses.size() - 1 && isQuestion(clause));
            if (begins && !part.isEmpty() && !lexicon.isCondition(part.getLast())) {
                parts.add(sentence(asks, part));
                part = new ArrayList<>();
            }
            asks |= begins;
            part.add(clause);
        }
        parts.add(sentence(asks || marked, part));
        return parts;
    }

    /// It names a subject, and what is asked about it.
    private boolean isQuestion(List<String> clause) {
        List<Term> terms = new ArrayList<>();
        read(clause, true, terms);
        return terms.stream().anyMatch(WordingReader::isSubject)
                && terms.stream().anyMatch(term -> term.role() == Term.Role.KIND || term.role() == Term.Role.HINT);
    }

    /// Clauses cut before what announces a question, and where a question follows what was told.
    private List<List<String>> announced(List<List<String>> clauses) {
        List<List<String>> cut = new ArrayList<>();
        for (List<String> clause : clauses) {
            int from = 0;
            for (int at = 1; at < clause.size(); at++) {
                if (lexicon.announcement(clause, at) > 0 || turns(clause, from, at)) {
                    cut.add(clause.subList(from, at));
                    from = at;
                }
            }
            cut.add(clause.subList(from, clause.size()));
        }
        return cut;
    }

    /// Voice notes have no commas: "my talk was accepted how many minutes do I have".
    private boolean turns(List<String> clause, int from, int at) {
        return at - from >= SHORTEST_TELLING && lexicon.tells(clause.subList(from, at)) && lexicon.turns(clause, at);
    }

    private Sentence sentence(boolean asks, List<List<String>> clauses) {
        List<Term> terms = new ArrayList<>();
        clauses.forEach(clause -> read(clause, true, terms));
        boolean kind = terms.stream().anyMatch(term -> term.role() == Term.Role.KIND);
        return new Sentence(asks || kind, List.copyOf(clauses));
    }

    private List<List<String>> clauses(String sentence) {
        return CLAUSE.splitAsStream(sentence)
                .map(lexicon::words)
                .map(words -> words.stream()
                        .limit(MOST_WORDS)
                        .map(word -> meant.getOrDefault(word, word))
                        .toList())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private void read(List<String> clause, boolean asks, List<Term> terms) {
        int introduced = 0; // words that an introduction still reaches
        boolean role = false; // it said already who somebody is
        String before = "";
        int at = 0;
        while (at < clause.size()) {
            int length = phraseLength(clause, at);
            String phrase = String.join(" ", clause.subList(at, at + length));
            if (lexicon.introduces(phrase)) {
                introduced = LONGEST_INTRODUCTION;
                role = false;
            } else if (lexicon.endsIntroduction(phrase)
                    || !lexicon.kindsAsked(phrase).isEmpty()) {
                introduced = 0;
            }
            if (!isEmpty(phrase)) {
                Term term = term(phrase);
                boolean aside = !asks || (introduced > 0 && !matters(phrase, before, role));
                if (!aside) {
                    add(term, terms);
                } else if (isSubject(term) || term.role() == Term.Role.BONUS) {
                    add(term.as(Term.Role.BONUS), terms);
                }
                role |= introduced > 0;
            }
            introduced = Math.max(0, introduced - length);
            before = phrase;
            at += length;
        }
    }

    /// In an introduction, what documents may speak of matters ("I am deaf"), and so does a place: "I am from
    /// Brasilia".
    ///
    /// @param role it was said before who somebody is: "students of Brasilia"
    private boolean matters(String phrase, String before, boolean role) {
        boolean place = lexicon.isPlacing(before) && !(role && lexicon.isBelonging(before));
        return !lexicon.isWeak(phrase)
                && !lexicon.isSide(phrase)
                && (place || !lexicon.synonyms(phrase).isEmpty());
    }

    private boolean isEmpty(String phrase) {
        return lexicon.isEmpty(phrase) || lexicon.introduces(phrase) || local.isName(phrase);
    }

    private static void add(Term term, List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).isSameAs(term)) {
                if (term.role().weight > terms.get(i).role().weight) {
                    terms.set(i, term);
                }
                return;
            }
        }
        terms.add(term);
    }

    /// The longest phrase that is known as a whole; a single word otherwise.
    private int phraseLength(List<String> words, int at) {
        for (int length = Math.min(Lexicon.LONGEST_PHRASE, words.size() - at); length > 1; length--) {
            String phrase = String.join(" ", words.subList(at, at + length));
            if (lexicon.isKnown(phrase) || local.isKnown(phrase) || lexicon.isDate(phrase)) {
                return length;
            }
        }
        return 1;
    }

    private Term term(String phrase) {
        Set<String> day = local.day(phrase);
        if (!day.isEmpty()) {
            return Term.of(day, Set.of(), Term.Role.DAY);
        }
        Set<String> kinds = lexicon.kindsAsked(phrase);
        Set<String> hinted = lexicon.kindsHinted(phrase);
        if (!kinds.isEmpty()) {
            return Term.of(kinds, namesOfKind(phrase, kinds), Term.Role.KIND);
        }
        if (!hinted.isEmpty()) {
            return Term.of(hinted, namesOfKind(phrase, hinted), Term.Role.HINT);
        }
        Term term = Term.of(lexicon.exact(phrase), lexicon.withPlurals(lexicon.synonyms(phrase)), role(phrase));
        boolean clipped = phrase.length() >= SHORTEST_CLIPPING && !lexicon.isWord(phrase);
        return local.withCodes(clipped ? term.or(phrase + "*") : term);
    }

    /// A heading may name the kind itself: "Prices".
    private Set<String> namesOfKind(String phrase, Set<String> kinds) {
        Set<String> names = new LinkedHashSet<>(lexicon.synonyms(phrase));
        kinds.forEach(kind -> names.addAll(lexicon.synonyms(kind)));
        if (phrase.indexOf(' ') < 0) {
            names.add(phrase);
        }
        return names;
    }

    private Term.Role role(String phrase) {
        boolean small = phrase.chars().allMatch(Character::isDigit) && phrase.length() < LONG_NUMBER;
        if (small || local.isPlace(phrase) || lexicon.isDate(phrase)) {
            return Term.Role.BONUS;
        }
        if (lexicon.isSide(phrase)) {
            return Term.Role.SIDE;
        }
        return lexicon.isWeak(phrase) ? Term.Role.WEAK : Term.Role.SUBJECT;
    }
}
