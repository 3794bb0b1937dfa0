package congressbot.bot.registration;

/// A Brazilian municipality as IBGE lists it.
///
/// @param code IBGE's 7 digits
/// @param name IBGE's spelling
public record Municipality(int code, String name, Uf state) implements Place {
    private static final int FIRST_CODE = 1_000_000;
    private static final int LAST_CODE = 9_999_999;

    public Municipality {
        if (code < FIRST_CODE || code > LAST_CODE || name.isBlank()) {
            throw new IllegalArgumentException("a municipality has a code of 7 digits and a name");
        }
    }

    @Override
    public String shown() {
        return name + "/" + state;
    }
}
