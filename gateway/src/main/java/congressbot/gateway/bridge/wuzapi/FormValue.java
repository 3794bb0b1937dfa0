package congressbot.gateway.bridge.wuzapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The value of one field of a body of the type `application/x-www-form-urlencoded`, decoded while it
/// is read: a value of 40 MB is never there a second time.
final class FormValue extends InputStream {
    private final byte[] form;
    private final int end;
    private int next;

    private FormValue(byte[] form, int start, int end) {
        this.form = form;
        this.next = start;
        this.end = end;
    }

    /// The first field of this name.
    ///
    /// @param name of letters only
    static Optional<FormValue> of(byte[] form, String name) {
        byte[] beginning = (name + "=").getBytes(StandardCharsets.US_ASCII);
        int start = 0;
        while (start < form.length) {
            int end = endOfField(form, start);
            int value = start + beginning.length;
            if (value <= end && Arrays.equals(form, start, value, beginning, 0, beginning.length)) {
                return Optional.of(new FormValue(form, value, end));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    @Override
    public int read() throws IOException {
        if (next == end) {
            return -1;
        }
        byte b = form[next++];
        return switch (b) {
            case '+' -> ' ';
            case '%' -> escaped();
            default -> b & 0xFF;
        };
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length && next < end) {
            into[from + count++] = (byte) read();
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int escaped() throws IOException {
        int high = next + 1 < end ? Character.digit(form[next], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(form[next + 1], 16);
        if (low < 0) {
            throw new IOException("a broken escape");
        }
        next += 2;
        return 16 * high + low;
    }

    private static int endOfField(byte[] form, int start) {
        int end = start;
        while (end < form.length && form[end] != '&') {
            end++;
        }
        return end;
    }
}
