package congressbot.bot.knowledge;

import congressbot.bot.congress.Congress;
import congressbot.bot.text.Spelling;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that mean something in one congress only.
///
/// @param names of the congress itself: they tell no passage from another
/// @param places its venue and city, which go without saying
/// @param days what people call a day of it, with what documents call it
/// @param codes short names of things, as `MC3`, with the words they stand for
record LocalWords(
        Set<String> names, Set<String> places, Map<String, Set<String>> days, Map<String, Set<String>> codes) {
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    /// `MC3 Pilotagem de drones`, at the beginning of an entry or a cell.
    private static final Pattern CODED = Pattern.compile("(?:• |: )(\\p{Lu}{1,3}\\d{1,2})[ :–-]+(\\p{L}[^·:;.(]*)");

    static final LocalWords NONE = new LocalWords(Set.of(), Set.of(), Map.of(), Map.of());

    LocalWords {
        names = Set.copyOf(names);
        places = Set.copyOf(places);
        days = Map.copyOf(days);
        codes = Map.copyOf(codes);
    }

    /// @param coded pieces of its documents that hold codes
    static LocalWords of(Congress congress, List<String> coded, Lexicon lexicon) {
        Set<String> names = new HashSet<>();
        List<String> called = lexicon.words(congress.called());
        addParts(lexicon.words(congress.name()), names);
        addParts(called, names);
        if (called.stream().filter(word -> !isYear(word)).count() == 1) {
            names.addAll(called); // an acronym
        }
        names.add(Integer.toString(congress.start().getYear()));
        Set<String> places = new HashSet<>(
                Set.of(String.join(" ", lexicon.words(congress.venue().city()))));
        addParts(lexicon.words(congress.venue().name()), places);
        return new LocalWords(names, places, days(congress, lexicon.days()), codes(coded, lexicon));
    }

    private static boolean isYear(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /// Two words of a name or more, as they stand in it.
    private static void addParts(List<String> name, Set<String> parts) {
        for (int from = 0; from < name.size(); from++) {
            for (int to = from + 2; to <= Math.min(name.size(), from + Lexicon.LONGEST_PHRASE); to++) {
                parts.add(String.join(" ", name.subList(from, to)));
            }
        }
    }

    private static Map<String, Set<String>> days(Congress congress, DayNames called) {
        Map<String, Set<String>> days = new HashMap<>();
        int number = 0;
        for (LocalDate day = congress.start(); !day.isAfter(congress.end()); day = day.plusDays(1)) {
            Set<String> asked = new LinkedHashSet<>();
            Set<String> found = new LinkedHashSet<>();
            String month = Spelling.folded(day.getMonth().getDisplayName(TextStyle.FULL, PORTUGUESE));
            int date = day.getDayOfMonth();
            found.addAll(List.of("dia " + date, "dias " + date, date + " de " + month));
            asked.addAll(List.of(date + " " + month, "%d %02d".formatted(date, day.getMonthValue())));
            List<String> keys = new ArrayList<>(
                    List.of(day.getDayOfWeek().name().toLowerCase(Locale.ROOT), Integer.toString(++number)));
            if (day.equals(congress.end())) {
                keys.add("last");
            }
            keys.forEach(key -> found.addAll(called.of(key).documented()));
            keys.forEach(key -> asked.addAll(called.of(key).spoken()));
            asked.addAll(found);
            asked.forEach(phrase -> days.put(phrase, Set.copyOf(found)));
        }
        return days;
    }

    private static Map<String, Set<String>> codes(List<String> coded, Lexicon lexicon) {
        Map<String, Set<String>> codes = new HashMap<>();
        for (String piece : coded) {
            Matcher label = CODED.matcher(piece);
            if (label.find()) {
                Set<String> words = lexicon.words(label.group(2)).stream()
                        .filter(word -> !lexicon.isEmpty(word) && !lexicon.isWeak(word))
                        .flatMap(word -> lexicon.forms(word).stream())
                        .collect(Collectors.toUnmodifiableSet());
                codes.putIfAbsent(label.group(1).toLowerCase(Locale.ROOT), words);
            }
        }
        return codes;
    }

    boolean isName(String phrase) {
        return names.contains(phrase);
    }

    boolean isPlace(String phrase) {
        return places.contains(phrase);
    }

    boolean isKnown(String phrase) {
        return names.contains(phrase) || places.contains(phrase) || days.containsKey(phrase);
    }

    /// What documents call the day that is meant; nothing when none is.
    Set<String> day(String phrase) {
        return days.getOrDefault(phrase, Set.of());
    }

    /// With the codes of what it names.
    Term withCodes(Term term) {
        Term all = term;
        for (Map.Entry<String, Set<String>> code : codes.entrySet()) {
            if (term.exact().stream().anyMatch(code.getValue()::contains)) {
                all = all.or(code.getKey());
            }
        }
        return all;
    }
}
