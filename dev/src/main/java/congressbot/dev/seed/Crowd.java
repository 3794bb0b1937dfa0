package congressbot.dev.seed;

import congressbot.dev.people.CpfNumber;
import congressbot.wire.resource.ResourceFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/// Invented people, the same for the same seed. Their addresses end in `.example`, which no mail reaches.
final class Crowd {
    private static final List<String> FIRST = names("first-names.txt");
    private static final List<String> LAST = names("last-names.txt");
    private static final List<String> PLACES = names("places.txt");

    /// CPFs and phones from here on; any number would do.
    private static final int FIRST_CPF = 300_000_000;

    private static final int FIRST_PHONE = 10_000_000;
    private static final int PHONES = 90_000_000;

    /// How far back the first of them wrote.
    static final int DAYS = 120;

    private static final int NIGHT = 3;

    private final Random random;
    private final Instant now;

    Crowd(int seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    /// One of them.
    ///
    /// @param number tells her from all others
    record Somebody(
            long number, String name, String email, String cpf, String phone, String city, int cityCode, String state) {
        /// Without what would be personal of somebody real.
        @Override
        public String toString() {
            return "Somebody[" + number + "]";
        }
    }

    private static List<String> names(String file) {
        return ResourceFile.beside(Crowd.class, file).lines();
    }

    Somebody somebody(long number) {
        String first = one(FIRST);
        String name = first + " " + one(LAST) + " " + one(LAST);
        String[] place = one(PLACES).split(";", -1);
        return new Somebody(
                number,
                name,
                "pessoa%d@congresso.example".formatted(number),
                CpfNumber.of(Math.toIntExact(FIRST_CPF + number)).replaceAll("[^0-9]", ""),
                "+55%s9%08d".formatted(place[3], (FIRST_PHONE + number) % PHONES + FIRST_PHONE),
                place[0],
                Integer.parseInt(place[1]),
                place[2]);
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /// Some moment of the last [#DAYS]: more of late, and fewer at night.
    Instant moment() {
        double age = DAYS * Math.pow(random.nextDouble(), 1.6);
        Instant at = now.minusSeconds((long) (age * Duration.ofDays(1).toSeconds()));
        boolean night = at.atZone(ZoneOffset.UTC).getHour() / 8 == 0;
        return night && random.nextInt(NIGHT) > 0 ? at.minus(Duration.ofHours(8 + random.nextInt(4))) : at;
    }
}
