package congressbot.dev.simulator;

import congressbot.dev.bridge.ChatContent;
import congressbot.dev.bridge.Media;
import congressbot.dev.bridge.Phone;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What else than words people send from their phones.
final class PostEndpoints {
    private static final int MAX_CAPTION = 1_024;
    private static final int MAX_SECONDS = 300;
    private static final int MAX_NAME = 200;
    private static final int MAX_OPTIONS = 12;
    private static final int MAX_OPTION = 100;
    private static final String PHONE = "[1-9][0-9]{9,14}";

    private final Bridge bridge;
    private final Media media;
    private final PhoneCalls calls;

    PostEndpoints(Bridge bridge, Media media, PhoneCalls calls) {
        this.bridge = bridge;
        this.media = media;
        this.calls = calls;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/phones/{number}/voice", this::speak);
        routes.post("/api/phones/{number}/image", this::photograph);
        routes.post("/api/phones/{number}/document", this::hand);
        routes.post("/api/phones/{number}/location", call -> post(call, location(call), "problem.location"));
        routes.post("/api/phones/{number}/contact", call -> post(call, contact(call), "problem.contact"));
        routes.post("/api/phones/{number}/poll", call -> post(call, poll(call), "problem.poll"));
    }

    private record Place(double latitude, double longitude, Optional<String> name, Optional<String> address) {}

    private record Card(String name, String phone) {}

    private record Question(String question, List<String> options) {}

    private void speak(Context call) throws IOException {
        int seconds = PhoneCalls.query(call, "seconds")
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .map(given -> Math.min(given, MAX_SECONDS))
                .orElse(0);
        upload(call, List.of(Media.Kind.OGG), "problem.voice")
                .ifPresent(sent -> accept(call, sent.phone(), new ChatContent.Voice(sent.path(), seconds)));
    }

    private void photograph(Context call) throws IOException {
        Optional<String> caption = PhoneCalls.query(call, "caption");
        if (caption.orElse("").length() > MAX_CAPTION) {
            calls.refuse(call, "problem.caption");
            return;
        }
        upload(call, List.of(Media.Kind.JPEG, Media.Kind.PNG), "problem.image")
                .ifPresent(sent -> accept(call, sent.phone(), new ChatContent.Image(sent.path(), caption)));
    }

    private void hand(Context call) throws IOException {
        Optional<String> name = PhoneCalls.query(call, "name").filter(given -> given.length() <= MAX_NAME);
        if (name.isEmpty()) {
            calls.refuse(call, "problem.document");
            return;
        }
        upload(call, List.of(Media.Kind.PDF), "problem.document")
                .ifPresent(sent -> accept(
                        call, sent.phone(), new ChatContent.Document(sent.path(), name.get(), Optional.empty())));
    }

    private static Optional<ChatContent> location(Context call) {
        return PhoneCalls.read(call, Place.class)
                .filter(place -> Math.abs(place.latitude()) <= 90 && Math.abs(place.longitude()) <= 180)
                .filter(place -> place.name().orElse("").length() <= MAX_NAME)
                .filter(place -> place.address().orElse("").length() <= MAX_NAME)
                .map(place ->
                        new ChatContent.Location(place.latitude(), place.longitude(), place.name(), place.address()));
    }

    private static Optional<ChatContent> contact(Context call) {
        return PhoneCalls.read(call, Card.class)
                .filter(card -> PhoneCalls.fits(card.name(), MAX_NAME))
                .map(card -> new ChatContent.Contact(
                        card.name().strip(), card.phone().replaceAll("[^0-9]", "")))
                .filter(contact -> contact.phone().matches(PHONE))
                .map(ChatContent.class::cast);
    }

    private static Optional<ChatContent> poll(Context call) {
        return PhoneCalls.read(call, Question.class)
                .filter(asked -> PhoneCalls.fits(asked.question(), MAX_NAME))
                .filter(asked -> asked.options().size() >= 2 && asked.options().size() <= MAX_OPTIONS)
                .filter(asked -> asked.options().stream().allMatch(option -> PhoneCalls.fits(option, MAX_OPTION)))
                .map(asked -> new ChatContent.Poll(asked.question(), asked.options()));
    }

    private void post(Context call, Optional<ChatContent> content, String problem) {
        Optional<Phone> phone = calls.phone(call);
        if (phone.isPresent() && content.isEmpty()) {
            calls.refuse(call, problem);
        } else if (phone.isPresent()) {
            accept(call, phone.get(), content.get());
        }
    }

    private void accept(Context call, Phone phone, ChatContent content) {
        bridge.post(phone, content);
        call.status(HttpStatus.ACCEPTED);
    }

    private record Upload(Phone phone, String path) {}

    /// The file of the body; empty after answering what is wrong with it.
    private Optional<Upload> upload(Context call, List<Media.Kind> kinds, String problem) throws IOException {
        Optional<Phone> phone = calls.phone(call);
        if (phone.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = call.req().getInputStream().readNBytes(kinds.getFirst().maxBytes() + 1);
        Optional<Media.Kind> kind = Media.Kind.of(bytes, kinds);
        if (kind.isEmpty()) {
            calls.refuse(call, problem);
            return Optional.empty();
        }
        return Optional.of(new Upload(phone.get(), media.keep(kind.get(), bytes)));
    }
}
