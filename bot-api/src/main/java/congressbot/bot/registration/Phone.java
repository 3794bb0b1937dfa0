package congressbot.bot.registration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import congressbot.wire.message.PhoneNumber;

/// The phone under which the organisers may call the person.
public record Phone(PhoneNumber number) implements Answer {
    @Override
    public Field field() {
        return Field.PHONE;
    }

    @Override
    public String shown() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.format(numbers.parse(number.value(), "BR"), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException _) {
            // A chat's number need not be known to the library: shown as it is.
            return number.value();
        }
    }

    @Override
    public String toString() {
        return "Phone[" + number + "]";
    }
}
