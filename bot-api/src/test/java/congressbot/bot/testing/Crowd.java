package congressbot.bot.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Many registrations of the congress `default`, with Brazilian names, the same on every run.
public record Crowd(int people) {
    public static Crowd of(int people) {
        return new Crowd(people);
    }

    /// Stores them. CPFs are counted, and mostly wrong.
    public void in(Jdbi jdbi) {
        List<String> names = names();
        jdbi.useTransaction(handle -> {
            handle.execute("SELECT setseed(0.42)");
            handle.createUpdate("""
                            INSERT INTO participants (congress_id, full_name, email, cpf, phone, city, city_code, state,
                                                      profile, status, email_shared, privacy_version, privacy_at,
                                                      channel, created_at)
                            SELECT 'default', first || ' ' || middle || ' ' || last,
                                   lower(unaccent(first || '.' || last || i || '@exemplo.com.br')), lpad(i::text, 11, '0'),
                                   '+55' || (11 + i % 89) || (910000000 + i), (ARRAY['Goiânia', 'Anápolis', 'São Paulo'])[1 + i % 3],
                                   (ARRAY[5208707, 5201108, 3550308])[1 + i % 3], (ARRAY['GO', 'GO', 'SP'])[1 + i % 3],
                                   (ARRAY['Estudante', 'Profissional'])[1 + i % 2],
                                   CASE WHEN i % 20 = 0 THEN 'cancelled' ELSE 'confirmed' END, false, '2026-11', now(),
                                   'gowa', timestamptz '2026-10-01' + i * interval '20 seconds'
                            FROM (SELECT i, :firsts[1 + floor(random() * array_length(:firsts, 1))::int] AS first,
                                         :lasts[1 + floor(random() * array_length(:lasts, 1))::int] AS middle,
                                         :lasts[1 + floor(random() * array_length(:lasts, 1))::int] AS last
                                  FROM generate_series(1, :people) AS i) AS made
                            """)
                    .bindArray("firsts", String.class, List.of(names.get(0).split(" ")))
                    .bindArray("lasts", String.class, List.of(names.get(1).split(" ")))
                    .bind("people", people)
                    .execute();
        });
    }

    private static List<String> names() {
        try (InputStream resource = Crowd.class.getResourceAsStream("/congressbot/bot/participant/crowd-names.txt")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
