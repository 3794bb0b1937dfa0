package congressbot.bot.participant;

import congressbot.bot.registration.Cpf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/// The table `participants` as the organisers of one congress read it.
public final class ParticipantList {
    /// Whom a search finds. Comparing is by `strpos`, in which no character is a wildcard. Accents go before capitals:
    /// `lower` knows accented letters only under some locales.
    private static final String FOUND = """
            (:all
             OR cpf = :cpf
             OR id = CAST(:number AS bigint)
             OR strpos(phone, CAST(:phone AS text)) > 0
             OR (SELECT bool_and(strpos(lower(unaccent(full_name || ' ' || email)), lower(unaccent(word))) > 0)
                 FROM unnest(:words) AS word))
            """;

    private final ListSource source;
    private final String congress;

    public ParticipantList(ListSource source, String congress) {
        this.source = source;
        this.congress = congress;
    }

    public Totals totals(Search search) {
        return source.read(handle -> searching(handle.createQuery("""
                        SELECT count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
                               count(*) FILTER (WHERE status = 'cancelled') AS cancelled
                        FROM participants
                        WHERE congress_id = :congress AND <found>
                        """), search)
                .map((row, _) -> new Totals(row.getLong("confirmed"), row.getLong("cancelled")))
                .one());
    }

    /// The part of the list at this position. Where fewer than a whole page are newer, it is the beginning.
    public Page page(Search search, Position position, int size) {
        return switch (position) {
            case Position.Newest() -> below(search, Long.MAX_VALUE, size);
            case Position.OlderThan(long number) -> below(search, number, size);
            case Position.NewerThan(long number) -> {
                List<Participant> above = newerThan(search, number, size + 1);
                yield above.size() <= size
                        ? below(search, Long.MAX_VALUE, size)
                        : new Page(above.subList(1, above.size()), true, true);
            }
        };
    }

    private Page below(Search search, long number, int size) {
        List<Participant> found = olderThan(search, number, size + 1);
        boolean older = found.size() > size;
        return new Page(older ? found.subList(0, size) : found, number < Long.MAX_VALUE, older);
    }

    /// At most so many with numbers below this one, newest first.
    private List<Participant> olderThan(Search search, long number, int most) {
        return source.read(handle -> searching(handle.createQuery("""
                        SELECT id, full_name, email, cpf, passport, phone, city, state, country, profile, status,
                               created_at, badge_name
                        FROM participants
                        WHERE congress_id = :congress AND id < :limit AND <found>
                        ORDER BY id DESC
                        LIMIT :most
                        """), search)
                .bind("limit", number)
                .bind("most", most)
                .map((row, _) -> participant(row))
                .list());
    }

    /// At most so many with the next numbers above this one, newest first.
    private List<Participant> newerThan(Search search, long number, int most) {
        return source.read(handle -> searching(handle.createQuery("""
                        SELECT id, full_name, email, cpf, passport, phone, city, state, country, profile, status,
                               created_at, badge_name
                        FROM participants
                        WHERE congress_id = :congress AND id > :limit AND <found>
                        ORDER BY id
                        LIMIT :most
                        """), search)
                .bind("limit", number)
                .bind("most", most)
                .map((row, _) -> participant(row))
                .list()
                .reversed());
    }

    private Query searching(Query query, Search search) {
        return query.define("found", FOUND)
                .bind("congress", congress)
                .bind("all", search.isForAll())
                .bind("cpf", search.cpf().map(Cpf::digits).orElse(""))
                .bind("number", search.number())
                .bind("phone", search.phone())
                .bindArray("words", String.class, search.words());
    }

    private static Participant participant(ResultSet row) throws SQLException {
        return new Participant(
                row.getLong("id"),
                row.getString("full_name"),
                row.getString("email"),
                Columns.document(row),
                Columns.phone(row),
                row.getString("city"),
                row.getString("state"),
                row.getString("country"),
                row.getString("profile"),
                Columns.status(row),
                Columns.instant(row, "created_at"),
                Optional.ofNullable(row.getString("badge_name")));
    }
}
