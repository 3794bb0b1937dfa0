package congressbot.bot.testing;

import org.jdbi.v3.core.Jdbi;

/// A row of `participants`, with values that do no harm until a test names others.
///
/// @param cpf empty for a foreigner with the passport `AB123456`
public record Enrolled(
        String congress, String name, String email, String cpf, String phone, String status, String registered) {
    public static Enrolled named(String name) {
        return new Enrolled(
                "default",
                name,
                "pessoa@ufg.br",
                "52998224725",
                "+5562998765432",
                "confirmed",
                "2026-11-20T12:05:00-03:00");
    }

    public Enrolled of(String otherCongress) {
        return new Enrolled(otherCongress, name, email, cpf, phone, status, registered);
    }

    public Enrolled withEmail(String otherEmail) {
        return new Enrolled(congress, name, otherEmail, cpf, phone, status, registered);
    }

    public Enrolled withCpf(String otherCpf) {
        return new Enrolled(congress, name, email, otherCpf, phone, status, registered);
    }

    public Enrolled withPhone(String otherPhone) {
        return new Enrolled(congress, name, email, cpf, otherPhone, status, registered);
    }

    public Enrolled cancelled() {
        return new Enrolled(congress, name, email, cpf, phone, "cancelled", registered);
    }

    /// Stores it.
    ///
    /// @return its number
    public long in(Jdbi jdbi) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        INSERT INTO participants (congress_id, full_name, email, cpf, passport, country, phone, city,
                                                  city_code, state, profile, status, email_shared, privacy_version,
                                                  privacy_at, channel, created_at)
                        VALUES (:congress, :name, :email, nullif(:cpf, ''),
                                CASE WHEN :cpf = '' THEN 'AB123456' END,
                                CASE WHEN :cpf = '' THEN 'PT' ELSE 'BR' END, :phone,
                                CASE WHEN :cpf = '' THEN 'Lisboa' ELSE 'Goiânia' END,
                                CASE WHEN :cpf <> '' THEN 5208707 END,
                                CASE WHEN :cpf = '' THEN 'EX' ELSE 'GO' END, 'Estudante', :status, true, '2026-11',
                                now(), 'gowa', CAST(:registered AS timestamptz))
                        RETURNING id
                        """).bindMethods(this).mapTo(Long.class).one());
    }
}
