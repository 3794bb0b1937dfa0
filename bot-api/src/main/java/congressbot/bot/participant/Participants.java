package congressbot.bot.participant;

import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.Registration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `participants`.
public final class Participants {
    private final Jdbi jdbi;

    public Participants(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Where a registration came from.
    ///
    /// @param sharedEmail whether its address may be registered again
    public record Origin(String congress, long conversation, String channel, boolean sharedEmail) {}

    public boolean isTaken(String congress, Cpf cpf) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM participants
                                       WHERE congress_id = :congress AND cpf = :cpf AND status = 'confirmed')
                        """)
                .bind("congress", congress)
                .bind("cpf", cpf.digits())
                .mapTo(Boolean.class)
                .one());
    }

    public boolean isTaken(String congress, EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM participants
                                       WHERE congress_id = :congress AND email = :email AND status = 'confirmed'
                                         AND NOT email_shared)
                        """)
                .bind("congress", congress)
                .bind("email", email.value())
                .mapTo(Boolean.class)
                .one());
    }

    /// A number that no other registration has or gets. Numbers of registrations that were given up are missing.
    public long nextNumber() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT nextval(pg_get_serial_sequence('participants', 'id'))")
                        .mapTo(Long.class)
                        .one());
    }

    /// Stores a confirmed registration.
    ///
    /// @return false when its CPF or its address is registered already: nothing was stored
    public boolean register(Handle handle, long number, Registration registration, Origin origin) {
        int stored = handle.createUpdate("""
                        INSERT INTO participants (id, congress_id, conversation_id, full_name, email, cpf, phone, city,
                                                  city_code, state, profile, status, email_shared, privacy_version,
                                                  privacy_at, channel)
                        VALUES (:id, :congress, :conversation, :name, :email, :cpf, :phone, :city,
                                :cityCode, :state, :profile, 'confirmed', :emailShared, :privacyVersion,
                                :privacyAt, :channel)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", number)
                .bind("congress", origin.congress())
                .bind("conversation", origin.conversation())
                .bind("name", registration.name().value())
                .bind("email", registration.email().value())
                .bind("cpf", registration.cpf().digits())
                .bind("phone", registration.phone().number().value())
                .bind("city", registration.city().name())
                .bind("cityCode", registration.city().code())
                .bind("state", registration.city().state().name())
                .bind("profile", registration.profile().label())
                .bind("emailShared", origin.sharedEmail())
                .bind("privacyVersion", registration.notice().version())
                .bind("privacyAt", registration.notice().shownAt())
                .bind("channel", origin.channel())
                .execute();
        return stored == 1;
    }

    /// Cancels a confirmed registration; its CPF and address are free again.
    public void cancel(Handle handle, String congress, long number) {
        handle.createUpdate("""
                        UPDATE participants SET status = 'cancelled', updated_at = now()
                        WHERE id = :id AND congress_id = :congress AND status = 'confirmed'
                        """).bind("id", number).bind("congress", congress).execute();
    }
}
