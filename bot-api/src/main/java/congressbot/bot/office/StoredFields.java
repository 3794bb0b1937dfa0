package congressbot.bot.office;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.Uf;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A registration by the columns of `participants`; a column without a value is left out.
final class StoredFields {
    private static final String ABROAD = "EX";
    private static final String BRAZIL = "BR";

    private StoredFields() {}

    static Map<String, String> of(Registration registration, Status status) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("full_name", registration.name().value());
        registration.badge().ifPresent(badge -> fields.put("badge_name", badge.value()));
        fields.put("email", registration.email().value());
        switch (registration.document()) {
            case Cpf(String digits) -> fields.put("cpf", digits);
            case Passport(String number) -> fields.put("passport", number);
        }
        fields.put("phone", registration.phone().number().value());
        switch (registration.city()) {
            case Municipality(int code, String name, Uf state) -> {
                fields.put("city", name);
                fields.put("city_code", Integer.toString(code));
                fields.put("state", state.name());
                fields.put("country", BRAZIL);
            }
            case Abroad(String city, String country) -> {
                fields.put("city", city);
                fields.put("state", ABROAD);
                fields.put("country", country);
            }
        }
        fields.put("profile", registration.profile().label());
        fields.put("status", status.name().toLowerCase(Locale.ROOT));
        return fields;
    }
}
