package congressbot.bot.sheet;

import congressbot.bot.sheet.Broken.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file that somebody gave us, told apart by how it begins and not by its name.
public final class SheetFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /// The compound files of old, and what Excel makes of a file with a password.
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SheetFile() {}

    /// Reads every row, the head too.
    ///
    /// @throws Broken when it cannot be taken; the rows before were given on
    public static void read(Path file, Rows rows) throws IOException {
        byte[] begin = begin(file);
        if (begin.length == 0) {
            throw new Broken(Why.EMPTY);
        }
        if (Arrays.equals(begin, COMPOUND)) {
            throw new Broken(Why.OLD_OR_LOCKED);
        }
        if (Arrays.equals(begin, ZIP)) {
            XlsxReader.read(file, rows);
        } else {
            CsvReader.read(file, rows);
        }
    }

    private static byte[] begin(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }
}
