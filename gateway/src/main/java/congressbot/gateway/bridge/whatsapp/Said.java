package congressbot.gateway.bridge.whatsapp;

import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.WellFormed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes contents of what bridges tell. Every text gets a limit, so that no envelope can become
/// longer than [IncomingMessage#MAX_BYTES].
public final class Said {
    /// WhatsApp allows 1,024 characters.
    private static final int MAX_CAPTION = 4_096;

    private static final int MAX_FILE_NAME = 255;
    private static final int MAX_ADDRESS = 500;
    private static final int MAX_NAME = 128;
    private static final int MAX_ID = 128;
    private static final int MAX_EMOJI = 32;
    private static final Pattern PHONE_IN_CARD = Pattern.compile("waid=([0-9]{7,15})");

    private Said() {}

    public static Content text(String text) {
        return new Content.Text(WellFormed.cut(text, IncomingMessage.MAX_TEXT));
    }

    public static Content fromStaff(Optional<String> text) {
        return new Content.FromStaff(WellFormed.cut(text.orElse(""), IncomingMessage.MAX_TEXT));
    }

    /// A sign put on a message.
    ///
    /// @param emoji none where a reaction was taken back
    public static Content reaction(Optional<String> originalId, Optional<String> emoji) {
        return originalId
                .<Content>map(id -> new Content.Reaction(
                        WellFormed.cut(id, MAX_ID), cut(emoji, MAX_EMOJI).orElse("")))
                .orElseGet(() -> unsupported("reaction"));
    }

    /// Edits of captions, and those that a bridge cannot decrypt, come without a text.
    public static Content edited(Optional<String> originalId, Optional<String> text) {
        return originalId.isPresent() && text.isPresent()
                ? new Content.Edited(
                        WellFormed.cut(originalId.get(), MAX_ID), WellFormed.cut(text.get(), IncomingMessage.MAX_TEXT))
                : unsupported("edit");
    }

    public static Content deleted(Optional<String> originalId) {
        return originalId
                .<Content>map(id -> new Content.Deleted(WellFormed.cut(id, MAX_ID)))
                .orElseGet(() -> unsupported("deletion"));
    }

    public static Content image(String mediaRef, Optional<String> caption) {
        return new Content.Image(mediaRef, cut(caption, MAX_CAPTION));
    }

    public static Content document(String mediaRef, Optional<String> fileName, Optional<String> caption) {
        return new Content.Document(mediaRef, cut(fileName, MAX_FILE_NAME), cut(caption, MAX_CAPTION));
    }

    public static Content audio(
            String mediaRef, Optional<String> mime, Optional<Integer> seconds, Optional<String> caption) {
        return new Content.Audio(mediaRef, cut(mime, MAX_NAME), seconds, cut(caption, MAX_CAPTION), Optional.empty());
    }

    public static Content choice(String optionId, String label) {
        return new Content.Choice(WellFormed.cut(optionId, MAX_ID), WellFormed.cut(label, MAX_NAME));
    }

    /// A place on the map.
    ///
    /// @param place as WhatsApp names its parts; empty where it lies nowhere on earth
    public static Optional<Content> location(Fields place) {
        Optional<Double> latitude = place.number("degreesLatitude").filter(degrees -> Math.abs(degrees) <= 90);
        Optional<Double> longitude = place.number("degreesLongitude").filter(degrees -> Math.abs(degrees) <= 180);
        return latitude.flatMap(north -> longitude.map(east -> new Content.Location(
                north, east, cut(place.text("name"), MAX_ADDRESS), cut(place.text("address"), MAX_ADDRESS))));
    }

    /// Somebody's card.
    ///
    /// @param phone where it stands beside the card
    public static Optional<Content> contact(Fields card, Optional<String> phone) {
        Optional<String> known = phone.or(() -> card.text("vcard")
                .map(PHONE_IN_CARD::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1)));
        return card.text("displayName")
                .map(name -> new Content.Contact(WellFormed.cut(name, MAX_NAME), cut(known, MAX_NAME)));
    }

    /// What we do not read.
    ///
    /// @param kind in neutral words
    public static Content unsupported(String kind) {
        return new Content.Unsupported(kind);
    }

    private static Optional<String> cut(Optional<String> text, int max) {
        return text.map(whole -> WellFormed.cut(whole, max));
    }
}
