package congressbot.dev.faults;

import congressbot.dev.faults.Phones.Recovery;
import congressbot.dev.metrics.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How a trial ended.
///
/// @param astray people on whom their messages had another effect than on the others, in words
/// @param strikes how often the house was broken
/// @param stuck what still waited two minutes after the last message
/// @param looks at the queue, while it was broken and afterwards
/// @param recoveries from each strike to the first answer of each who waited then
/// @param violations of the queue's invariants, in words
/// @param missing of what should have been noticed, in words
/// @param problems in words: of people who gave up, of what could not be made whole
/// @param evidence in words: what shows that something was broken at all
record Verdict(
        Plan plan,
        Audit.Counts counts,
        List<String> astray,
        Allowance allowance,
        int strikes,
        int stuck,
        int looks,
        List<Recovery> recoveries,
        List<String> violations,
        List<String> missing,
        List<String> problems,
        List<String> evidence,
        Duration took) {
    static final String HEADER = "%-45s %8s %7s %4s %5s %8s %10s %9s %10s %5s %4s %6s %14s %5s"
            .formatted(
                    "fault",
                    "accepted",
                    "strikes",
                    "lost",
                    "twice",
                    "disorder",
                    "sent twice",
                    "undecided",
                    "unanswered",
                    "stuck",
                    "dead",
                    "looks",
                    "resumed p50/99",
                    "took");

    /// Within so much those who were hit should be answered.
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int SHOWN = 3;

    Verdict {
        astray = List.copyOf(astray);
        recoveries = List.copyOf(recoveries);
        violations = List.copyOf(violations);
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
        evidence = List.copyOf(evidence);
    }

    boolean passes() {
        return !harmful() && problems.isEmpty() && strikes >= plan.strikes().size();
    }

    /// Whether harm was done or something went by that should have been noticed. That a trial itself went wrong is no
    /// harm.
    boolean harmful() {
        boolean strayed = counts.lost() == 0 && !astray.isEmpty(); // who lost a message has to be elsewhere
        return strayed || stuck > 0 || !allowance.covers(counts) || !violations.isEmpty() || !missing.isEmpty();
    }

    /// What is wrong, beside the counts.
    List<String> complaints() {
        return Stream.of(astray, violations, missing, problems)
                .flatMap(some -> some.stream().limit(SHOWN))
                .toList();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-45s %8d %7d %4d %5d %8d %10d %9d %10d %5d %4d %6d %14s %4ds %s",
                plan.fault().number() + " " + plan.fault().text(),
                counts.accepted(),
                strikes,
                counts.lost(),
                counts.twice(),
                counts.disorder(),
                counts.sentTwice(),
                counts.undecided(),
                counts.unanswered(),
                stuck,
                counts.dead(),
                looks,
                recovery(),
                took.toSeconds(),
                passes() ? "ok" : "FAILED");
    }

    /// What is wrong, in words.
    String findings() {
        List<String> findings = new ArrayList<>();
        note(findings, "lost", counts.lost());
        note(findings, "twice", counts.twice());
        note(findings, "out of order", counts.disorder());
        note(findings, "sent twice", counts.sentTwice());
        note(findings, "sent and never decided", counts.undecided());
        note(findings, "unanswered", counts.unanswered());
        note(findings, "dead", counts.dead());
        note(findings, "stuck", stuck);
        findings.addAll(complaints());
        return findings.isEmpty() ? "nothing" : String.join(", ", findings);
    }

    private static void note(List<String> findings, String what, int count) {
        if (count > 0) {
            findings.add(what + " " + count);
        }
    }

    /// The strikes after which somebody waited long, from 0, with the longest wait in seconds.
    List<String> slow() {
        SequencedMap<Integer, Duration> longest = new TreeMap<>();
        recoveries.stream()
                .filter(recovery -> recovery.took().compareTo(SOON) > 0)
                .forEach(recovery ->
                        longest.merge(recovery.strike(), recovery.took(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return longest.entrySet().stream()
                .map(one -> "after strike %d somebody waited %d s"
                        .formatted(one.getKey(), one.getValue().toSeconds()))
                .toList();
    }

    private String recovery() {
        if (recoveries.isEmpty()) {
            return "-";
        }
        Percentiles waited =
                Percentiles.of(recoveries.stream().map(Recovery::took).toList());
        return String.format(
                Locale.ROOT,
                "%.1f/%.1f s",
                waited.p50().toMillis() / 1_000.0,
                waited.p99().toMillis() / 1_000.0);
    }
}
