package congressbot.gateway.bridge.gowa;

import congressbot.gateway.bridge.whatsapp.Fields;
import congressbot.gateway.bridge.whatsapp.Jid;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.Exchange.Answered;
import java.time.Duration;
import java.util.Optional;

/// Asks the bridge which number is behind a hidden address. It may have to ask WhatsApp.
final class GowaPeople {
    private static final Duration ASK = Duration.ofSeconds(15);

    private final GowaApi api;

    GowaPeople(GowaApi api) {
        this.api = api;
    }

    /// What the bridge knows of a hidden address.
    sealed interface Behind {}

    record Known(Jid number) implements Behind {}

    /// Nobody told it the number.
    record Unknown() implements Behind {}

    /// It gave no usable answer.
    record NotTold() implements Behind {}

    Behind behind(Jid hidden) {
        Exchange exchange = api.get("/user/info?phone=" + GowaApi.encoded(hidden.address()), ASK);
        return exchange instanceof Answered answer && answer.status() == 200
                ? GowaApi.results(answer).map(GowaPeople::behind).orElseGet(NotTold::new)
                : new NotTold();
    }

    private static Behind behind(Fields results) {
        return results.text("resolved_phone")
                .flatMap(GowaPeople::number)
                .<Behind>map(Known::new)
                .orElseGet(Unknown::new);
    }

    /// As an address, or as digits.
    private static Optional<Jid> number(String text) {
        Optional<Jid> address = Jid.parse(text).or(() -> Optional.of(Jid.ofPhone(text.replaceFirst("^[+]", ""))));
        return address.filter(jid -> jid.phone().isPresent());
    }
}
