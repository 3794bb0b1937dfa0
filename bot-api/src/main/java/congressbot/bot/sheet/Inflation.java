package congressbot.bot.sheet;

import congressbot.bot.sheet.Broken.Why;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Looks into an archive before anybody opens it: how large it becomes, and whether its XML declares anything.
final class Inflation {
    private static final int ENTRIES = 300;

    /// Of all entries, in bytes: a sheet of 200,000 rows has about 150 MB.
    private static final long ALL = 400L * 1024 * 1024;

    /// Of the table of all texts, which the reader keeps in memory.
    private static final long TEXTS = 60L * 1024 * 1024;

    /// To how many times its size an archive grows; sheets grow to 30 times theirs at most.
    private static final long RATIO = 120;

    /// Smaller ones may grow as they like.
    private static final long HARMLESS = 2L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private Inflation() {}

    /// @throws Broken when it is a bomb, or no archive
    static void check(Path file) throws IOException {
        long most = Math.min(ALL, Math.max(HARMLESS, Files.size(file) * RATIO));
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        int entries = 0;
        // By the table of contents, as whoever opens it afterwards: a second archive inside cannot hide from it.
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (++entries > ENTRIES) {
                    throw new Broken(Why.HOSTILE);
                }
                boolean texts = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
                try (InputStream in = zip.getInputStream(entry)) {
                    all += inflated(in, buffer, texts ? Math.min(TEXTS, most - all) : most - all);
                }
            }
        } catch (ZipException | EOFException _) { // told by what is thrown instead
            throw new Broken(Why.DAMAGED);
        }
        if (entries == 0) {
            throw new Broken(Why.DAMAGED);
        }
    }

    private static long inflated(InputStream in, byte[] buffer, long most) throws IOException {
        long size = 0;
        boolean first = true;
        for (int read = in.readNBytes(buffer, 0, buffer.length); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
            size += read;
            if (size > most || (first && declares(buffer, read))) {
                throw new Broken(Why.HOSTILE);
            }
            first = false;
        }
        return size;
    }

    /// No sheet has a document type; what has one wants to be expanded. In UTF-16 there are zeros in between.
    private static boolean declares(byte[] buffer, int length) {
        String begin = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        return begin.contains("<!DOCTYPE") || begin.contains("<!ENTITY");
    }
}
