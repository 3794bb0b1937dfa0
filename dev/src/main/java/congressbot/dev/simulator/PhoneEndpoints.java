package congressbot.dev.simulator;

import congressbot.dev.bridge.Phone;
import congressbot.wire.http.Bodies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The phones, what people say on them in words, and the phone of the organisers.
final class PhoneEndpoints {
    private static final int MAX_PHONES = 12;
    private static final int MAX_TEXT = 4_096;

    /// A country and an area that exist; numbers that begin like this belong to nobody.
    private static final long FIRST_NUMBER = 5562900000001L;

    private final Bridge bridge;
    private final Chats chats;
    private final PhoneCalls calls;
    private final SimulatorTexts texts;

    PhoneEndpoints(Bridge bridge, Chats chats, PhoneCalls calls, SimulatorTexts texts) {
        this.bridge = bridge;
        this.chats = chats;
        this.calls = calls;
        this.texts = texts;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/phones", this::add);
        routes.post("/api/phones/{number}/text", call -> say(call, bridge::say));
        routes.post("/api/phones/{number}/staff", call -> say(call, bridge::sayAsStaff));
        routes.post(
                "/api/phones/{number}/seen",
                call -> calls.phone(call).ifPresent(phone -> {
                    bridge.see(phone);
                    call.status(HttpStatus.NO_CONTENT);
                }));
        routes.delete("/api/link", call -> link(call, false));
        routes.post("/api/link", call -> link(call, true));
    }

    /// The phones that a new demo begins with.
    void furnish() {
        if (chats.all().isEmpty()) {
            add(Optional.of(texts.of("phone.1")));
            add(Optional.of(texts.of("phone.2")));
        }
    }

    private record NewPhone(Optional<String> name) {}

    private record Said(String text) {}

    private void add(Context call) {
        Optional<NewPhone> wanted = PhoneCalls.read(call, NewPhone.class);
        Optional<String> name =
                wanted.flatMap(NewPhone::name).map(String::strip).filter(given -> !given.isEmpty());
        if (wanted.isEmpty() || name.orElse("").length() > Phone.MAX_NAME) {
            calls.refuse(call, "problem.name");
            return;
        }
        Optional<Chat> chat = add(name);
        if (chat.isEmpty()) {
            calls.refuse(call, "problem.too-many-phones");
            return;
        }
        Bodies.answer(call.status(HttpStatus.CREATED), chat.get());
    }

    private Optional<Chat> add(Optional<String> name) {
        return chats.add(others -> new Phone(Long.toString(FIRST_NUMBER + others), called(name, others)), MAX_PHONES);
    }

    private String called(Optional<String> name, int others) {
        return name.orElseGet(() -> texts.of("phone.new").replace("{number}", Integer.toString(others + 1)));
    }

    private void say(Context call, BiConsumer<Phone, String> way) {
        Optional<Phone> phone = calls.phone(call);
        Optional<String> text =
                PhoneCalls.read(call, Said.class).map(Said::text).filter(said -> PhoneCalls.fits(said, MAX_TEXT));
        if (phone.isPresent() && text.isEmpty()) {
            calls.refuse(call, "problem.text");
        } else if (phone.isPresent()) {
            way.accept(phone.get(), text.get());
            call.status(HttpStatus.ACCEPTED);
        }
    }

    private void link(Context call, boolean on) {
        bridge.link(on);
        call.status(HttpStatus.NO_CONTENT);
    }
}
