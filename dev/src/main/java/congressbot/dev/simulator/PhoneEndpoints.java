package congressbot.dev.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.wire.Json;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What people do on their phones: `/api/phones/…`.
final class PhoneEndpoints {
    private static final int MAX_PHONES = 12;
    private static final int MAX_TEXT = 4_096;
    private static final int MAX_CAPTION = 1_024;
    private static final int MAX_SECONDS = 300;
    private static final int MAX_PLACE = 200;

    /// A country and an area that exist; numbers that begin like this belong to nobody.
    private static final long FIRST_NUMBER = 5562900000001L;

    private final Bridge bridge;
    private final Chats chats;
    private final Media media;
    private final SimulatorTexts texts;

    PhoneEndpoints(Bridge bridge, Chats chats, Media media, SimulatorTexts texts) {
        this.bridge = bridge;
        this.chats = chats;
        this.media = media;
        this.texts = texts;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/phones", this::add);
        routes.post("/api/phones/{number}/text", this::say);
        routes.post("/api/phones/{number}/voice", this::speak);
        routes.post("/api/phones/{number}/image", this::photograph);
        routes.post("/api/phones/{number}/location", this::locate);
        routes.post(
                "/api/phones/{number}/seen",
                call -> phone(call).ifPresent(phone -> {
                    bridge.see(phone);
                    call.status(HttpStatus.NO_CONTENT);
                }));
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

    private record Place(double latitude, double longitude, Optional<String> name, Optional<String> address) {}

    private void add(Context call) throws IOException {
        Optional<NewPhone> wanted = read(call, NewPhone.class);
        Optional<String> name =
                wanted.flatMap(NewPhone::name).map(String::strip).filter(given -> !given.isEmpty());
        if (wanted.isEmpty() || name.orElse("").length() > Phone.MAX_NAME) {
            refuse(call, "problem.name");
            return;
        }
        Optional<Chat> chat = add(name);
        if (chat.isEmpty()) {
            refuse(call, "problem.too-many-phones");
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

    private void say(Context call) throws IOException {
        Optional<Phone> phone = phone(call);
        Optional<String> text =
                read(call, Said.class).map(Said::text).filter(said -> !said.isBlank() && said.length() <= MAX_TEXT);
        if (phone.isPresent() && text.isEmpty()) {
            refuse(call, "problem.text");
        } else if (phone.isPresent()) {
            bridge.say(phone.get(), text.get());
            call.status(HttpStatus.ACCEPTED);
        }
    }

    private void speak(Context call) throws IOException {
        int seconds = Optional.ofNullable(call.queryParam("seconds"))
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .map(given -> Math.min(given, MAX_SECONDS))
                .orElse(0);
        upload(call, List.of(Media.Kind.OGG), "problem.voice")
                .ifPresent(sent -> accept(call, sent.phone(), new ChatContent.Voice(sent.path(), seconds)));
    }

    private void photograph(Context call) throws IOException {
        Optional<String> caption = Optional.ofNullable(call.queryParam("caption"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        if (caption.isPresent() && caption.get().length() > MAX_CAPTION) {
            refuse(call, "problem.caption");
            return;
        }
        upload(call, List.of(Media.Kind.JPEG, Media.Kind.PNG), "problem.image")
                .ifPresent(sent -> accept(call, sent.phone(), new ChatContent.Image(sent.path(), caption)));
    }

    private void locate(Context call) throws IOException {
        Optional<Phone> phone = phone(call);
        Optional<Place> place = read(call, Place.class)
                .filter(given -> Math.abs(given.latitude()) <= 90 && Math.abs(given.longitude()) <= 180)
                .filter(given -> given.name().orElse("").length() <= MAX_PLACE)
                .filter(given -> given.address().orElse("").length() <= MAX_PLACE);
        if (phone.isPresent() && place.isEmpty()) {
            refuse(call, "problem.location");
        } else if (phone.isPresent()) {
            Place given = place.get();
            accept(
                    call,
                    phone.get(),
                    new ChatContent.Location(given.latitude(), given.longitude(), given.name(), given.address()));
        }
    }

    private void accept(Context call, Phone phone, ChatContent content) {
        bridge.post(phone, content);
        call.status(HttpStatus.ACCEPTED);
    }

    private record Upload(Phone phone, String path) {}

    /// The file of the body; empty after answering what is wrong with it.
    private Optional<Upload> upload(Context call, List<Media.Kind> kinds, String problem) throws IOException {
        Optional<Phone> phone = phone(call);
        if (phone.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = call.req().getInputStream().readNBytes(kinds.getFirst().maxBytes + 1);
        Optional<Media.Kind> kind = kinds.stream()
                .filter(one -> one.is(bytes) && bytes.length <= one.maxBytes)
                .findFirst();
        if (kind.isEmpty()) {
            refuse(call, problem);
            return Optional.empty();
        }
        return Optional.of(new Upload(phone.get(), media.keep(kind.get(), bytes)));
    }

    private Optional<Phone> phone(Context call) {
        Optional<Phone> phone = chats.phone(call.pathParam("number"));
        if (phone.isEmpty()) {
            Problem.answer(call, HttpStatus.NOT_FOUND.getCode(), texts.of("problem.no-phone"));
        }
        return phone;
    }

    private static <T> Optional<T> read(Context call, Class<T> type) {
        try {
            return Optional.of(Json.read(call.body(), type));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private void refuse(Context call, String problem) {
        Problem.answer(call, HttpStatus.BAD_REQUEST.getCode(), texts.of(problem));
    }
}
