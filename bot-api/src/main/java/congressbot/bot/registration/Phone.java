package congressbot.bot.registration;

import congressbot.wire.message.PhoneNumber;

/// The phone under which the organisers may call the person.
public record Phone(PhoneNumber number) implements Answer {
    @Override
    public Field field() {
        return Field.PHONE;
    }

    @Override
    public String shown() {
        return number.value();
    }

    @Override
    public String toString() {
        return "Phone[" + number + "]";
    }
}
