package congressbot.bot.participant;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The table `participants` as the organisers of one congress read it.
public final class ParticipantList {
    private static final String LIST = """
            SELECT <columns> FROM participants
            WHERE <found> AND <edge>
            ORDER BY <key> <direction>, id <direction>
            LIMIT :most
            """;

    private static final String EVERYWHERE = "true";

    private final ListSource source;
    private final String congress;

    public ParticipantList(ListSource source, String congress) {
        this.source = source;
        this.congress = congress;
    }

    public Totals totals(Sieve sieve) {
        return source.read(handle -> Conditions.of(congress, sieve)
                .bind(handle.createQuery("""
                        SELECT count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
                               count(*) FILTER (WHERE status = 'cancelled') AS cancelled
                        FROM participants
                        WHERE <found>
                        """))
                .map((row, _) -> new Totals(row.getLong("confirmed"), row.getLong("cancelled")))
                .one());
    }

    /// The part of the list at this position. Where fewer than a whole page stand before it, it is the beginning.
    public Page page(Sieve sieve, Order order, Position position, int size) {
        return source.read(handle -> switch (position) {
            case Position.First() -> first(handle, sieve, order, size, false);
            case Position.After(long number) -> {
                if (isGone(handle, number)) {
                    yield first(handle, sieve, order, size, true);
                }
                yield below(rows(handle, sieve, order, Optional.of(number), size + 1), size, true);
            }
            case Position.Before(long number) -> before(handle, sieve, order, number, size);
        });
    }

    /// The numbers of whom the sieve lets through, lowest first, at most so many.
    public List<Long> numbers(Sieve sieve, int most) {
        return source.read(handle -> Conditions.of(congress, sieve)
                .bind(handle.createQuery("SELECT id FROM participants WHERE <found> ORDER BY id LIMIT :most"))
                .bind("most", most)
                .mapTo(Long.class)
                .list());
    }

    /// Whom the search may have meant: people with names, addresses or numbers of almost the same spelling, the
    /// likeliest first, without those whom it finds to the letter.
    ///
    /// @param cpfs whether CPFs count: whoever may not see them would find them out
    public List<Participant> near(Sieve sieve, boolean cpfs, int most) {
        return source.read(handle -> new Neighbours(handle, congress, sieve).likeliest(cpfs, most));
    }

    /// By which channels people registered.
    public List<String> channels() {
        return source.read(handle -> handle.createQuery("""
                        SELECT DISTINCT channel FROM participants WHERE congress_id = :congress ORDER BY channel
                        """)
                .bind("congress", congress)
                .mapTo(String.class)
                .list());
    }

    private Page first(Handle handle, Sieve sieve, Order order, int size, boolean lost) {
        List<Participant> found = rows(handle, sieve, order, Optional.empty(), size + 1);
        boolean after = found.size() > size;
        return new Page(after ? found.subList(0, size) : found, false, after, lost);
    }

    private static Page below(List<Participant> found, int size, boolean before) {
        boolean after = found.size() > size;
        return new Page(after ? found.subList(0, size) : found, before, after, false);
    }

    private Page before(Handle handle, Sieve sieve, Order order, long number, int size) {
        if (isGone(handle, number)) {
            return first(handle, sieve, order, size, true);
        }
        List<Participant> above = rows(handle, sieve, order.reversed(), Optional.of(number), size + 1)
                .reversed();
        return above.size() <= size
                ? first(handle, sieve, order, size, false)
                : new Page(above.subList(1, above.size()), true, true, false);
    }

    private boolean isGone(Handle handle, long number) {
        return handle.createQuery(
                        "SELECT count(*) = 0 FROM participants WHERE id = :number AND congress_id = :congress")
                .bind("number", number)
                .bind("congress", congress)
                .mapTo(Boolean.class)
                .one();
    }

    /// At most so many in this order, behind the edge.
    private List<Participant> rows(Handle handle, Sieve sieve, Order order, Optional<Long> edge, int most) {
        String sign = order.descending() ? "<" : ">";
        String behind = "(<key>, id) " + sign + " (SELECT <key>, id FROM participants WHERE id = :edge)";
        Consumer<Query> bound = query -> edge.ifPresent(number -> query.bind("edge", number));
        Query query = handle.createQuery(LIST.replace("<edge>", edge.isPresent() ? behind : EVERYWHERE)
                .replace("<columns>", ParticipantRows.COLUMNS)
                .replace("<key>", order.expression())
                .replace("<direction>", order.descending() ? "DESC" : "ASC"));
        bound.accept(query);
        return Conditions.of(congress, sieve)
                .bind(query)
                .bind("most", most)
                .map((row, _) -> ParticipantRows.participant(row))
                .list();
    }
}
