package congressbot.gateway.bridge.wuzapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import congressbot.gateway.bridge.WebhookCall;
import congressbot.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// The body of one webhook: JSON, or JSON in the field `jsonData` of a form. A file in it, in Base64,
/// may be longer than all else a thousand times: it is passed over first, and read piece by piece
/// when it is wanted.
final class WuzapiBody {
    /// Longest JSON beside the file, in bytes.
    static final int MAX_EVENT = 1024 * 1024;

    private static final String FORM_FIELD = "jsonData";
    private static final String FILE = "base64";

    /// More follows one value here.
    private static final ObjectReader VALUE =
            Json.MAPPER.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final byte[] bytes;

    WuzapiBody(WebhookCall call) {
        bytes = call.body();
    }

    /// Everything but the file.
    ///
    /// @throws IOException when there is no JSON object, or too much of it
    ObjectNode event() throws IOException {
        if (bytes.length > MAX_EVENT && bytesBesideFile() > MAX_EVENT) {
            throw new IOException("too much beside the file");
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        try (JsonParser json = json()) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(FILE)) {
                    json.skipChildren();
                } else {
                    event.set(name, VALUE.<JsonNode>readValue(json));
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new IOException("more than an object, or less");
            }
        }
        return event;
    }

    /// Writes the file.
    ///
    /// @throws IOException when it is no Base64, or cannot be written
    void writeFile(OutputStream file) throws IOException {
        try (JsonParser json = json()) {
            if (toFile(json) && json.currentToken() == JsonToken.VALUE_STRING) {
                json.readBinaryValue(file);
            }
        } catch (IllegalArgumentException e) { // a letter that is none of Base64
            throw new IOException("no Base64", e);
        }
    }

    /// Whether there is a file in it, whatever the file is worth.
    boolean hasFile() {
        try (JsonParser json = json()) {
            return toFile(json) && json.currentToken() == JsonToken.VALUE_STRING;
        } catch (IOException _) {
            return false;
        }
    }

    private long bytesBesideFile() throws IOException {
        try (JsonParser json = json()) {
            long file = 0;
            if (toFile(json)) {
                long start = json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.nextToken();
                file = json.currentTokenLocation().getByteOffset() - start;
                while (json.currentToken() == JsonToken.FIELD_NAME) {
                    json.nextToken();
                    json.skipChildren();
                    json.nextToken();
                }
            }
            return json.currentLocation().getByteOffset() - file;
        }
    }

    /// Goes on to the value of the file's field; to the end of the object where there is none.
    private static boolean toFile(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = json.currentName().equals(FILE);
            json.nextToken();
            if (found) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    /// Inside the object.
    private JsonParser json() throws IOException {
        JsonParser json = Json.MAPPER.createParser(stream());
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.close();
            throw new IOException("no JSON object");
        }
        return json;
    }

    private InputStream stream() throws IOException {
        if (isJson()) {
            return new ByteArrayInputStream(bytes);
        }
        Optional<FormValue> field = FormValue.of(bytes, FORM_FIELD);
        return field.orElseThrow(() -> new IOException("neither JSON nor a form with it"));
    }

    /// No form of theirs begins with a brace; what the header says is not needed.
    private boolean isJson() {
        int first = 0;
        while (first < bytes.length && Character.isWhitespace(bytes[first])) {
            first++;
        }
        return first < bytes.length && bytes[first] == '{';
    }
}
