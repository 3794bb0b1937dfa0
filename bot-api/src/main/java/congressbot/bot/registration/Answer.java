package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A value of a field, valid by construction. `toString` of each masks what is personal.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FullName.class, name = "name"),
    @JsonSubTypes.Type(value = EmailAddress.class, name = "email"),
    @JsonSubTypes.Type(value = Cpf.class, name = "cpf"),
    @JsonSubTypes.Type(value = Passport.class, name = "passport"),
    @JsonSubTypes.Type(value = Phone.class, name = "phone"),
    @JsonSubTypes.Type(value = Municipality.class, name = "city"),
    @JsonSubTypes.Type(value = Abroad.class, name = "abroad"),
    @JsonSubTypes.Type(value = Profile.class, name = "profile"),
    @JsonSubTypes.Type(value = BadgeName.class, name = "badge")
})
public sealed interface Answer permits FullName, EmailAddress, Document, Phone, Place, Profile, BadgeName {
    Field field();

    /// As the person herself reads it in the summary.
    String shown();

    /// In full, for the person to check it once.
    default String spelled() {
        return shown();
    }
}
