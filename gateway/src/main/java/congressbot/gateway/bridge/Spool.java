package congressbot.gateway.bridge;

import congressbot.wire.gateway.Fetched;
import congressbot.wire.http.Body;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder for the files that a bridge delivers inside its webhook. A file is on the disk before the
/// message goes on, under a name that nobody can guess, readable for the owner only; it goes a while
/// after it was fetched, after a day in any case, and the oldest first when the folder is full.
///
/// The age of a file stands in its time of change, so that nothing has to be remembered over a restart.
public final class Spool {
    /// Largest folder, in bytes: some 80 of the largest files, some 20,000 voice notes.
    public static final long MAX_FOLDER = 2L * 1024 * 1024 * 1024;

    private static final Duration KEPT = Duration.ofHours(24);

    /// After it was fetched: whoever fetched it may fall over its work, and come again.
    private static final Duration KEPT_AFTER_FETCH = Duration.ofMinutes(15);

    private static final int NAME_BYTES = 16;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{" + 2 * NAME_BYTES + "}");
    private static final String UNFINISHED = ".part";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final long maxFolder;
    private final InstantSource time;
    private final Alarm alarm;

    /// @param folder made when the first file comes; no two gateways share one
    /// @param maxFolder in bytes
    public Spool(Path folder, long maxFolder, InstantSource time, Alarm alarm) {
        this.folder = folder;
        this.maxFolder = maxFolder;
        this.time = time;
        this.alarm = alarm;
    }

    /// What became of a file that was to be kept.
    public sealed interface Spooled {
        /// On the disk, whatever happens to this process.
        record Kept(String name) implements Spooled {}

        /// Longer than [Fetched#MAX_BYTES].
        record TooLarge() implements Spooled {}

        /// There is none: it was empty, or broken, or the disk did not take it.
        record Lost() implements Spooled {}
    }

    /// Writes a file, piece by piece.
    @FunctionalInterface
    public interface Source {
        void writeTo(OutputStream file) throws IOException;
    }

    /// Keeps one file.
    public Spooled keep(Source source) {
        String name = freshName();
        Path unfinished = folder.resolve(name + UNFINISHED);
        Limited written = new Limited();
        try {
            Files.createDirectories(folder);
            Spooled spooled = write(source, unfinished, written)
                    ? finished(name, unfinished)
                    : new Spooled.Lost(); // nothing was in it
            makeRoom();
            return spooled;
        } catch (IOException e) {
            if (written.exceeded) {
                return new Spooled.TooLarge();
            }
            alarm.raise("a file inside a webhook is not kept: " + e.getClass().getSimpleName());
            return new Spooled.Lost();
        } finally {
            delete(unfinished);
        }
    }

    /// The file of this name; soon after, it goes.
    public Media fetch(String name) {
        if (!NAME.matcher(name).matches()) {
            return new Media.Gone();
        }
        Path file = folder.resolve(name);
        Instant now = time.instant();
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            if (isOver(changed, now)) {
                return new Media.Gone();
            }
            Body content = Body.of(read(file));
            Instant soon = now.minus(KEPT).plus(KEPT_AFTER_FETCH);
            if (changed.isAfter(soon)) {
                Files.setLastModifiedTime(file, FileTime.from(soon));
            }
            return new Media.Found(content);
        } catch (NoSuchFileException _) {
            return new Media.Gone();
        } catch (IOException e) {
            alarm.raise("a kept file cannot be read: " + e.getClass().getSimpleName());
            return new Media.TryLater("the file cannot be read now");
        }
    }

    /// In pieces, because the system takes as much memory again for each.
    private static byte[] read(Path file) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(Files.size(file))];
        try (InputStream in = Files.newInputStream(file)) {
            int read = 0;
            while (read < bytes.length) {
                int piece = in.readNBytes(bytes, read, Math.min(BUFFER_BYTES, bytes.length - read));
                if (piece == 0) {
                    throw new EOFException("a kept file became shorter");
                }
                read += piece;
            }
        }
        return bytes;
    }

    /// Deletes what is over. To be called again and again.
    public void sweep() {
        Instant now = time.instant();
        try {
            files().stream().filter(file -> isOver(file.changed(), now)).forEach(file -> delete(file.path()));
        } catch (IOException e) {
            alarm.raise("kept files cannot be listed: " + e.getClass().getSimpleName());
        }
    }

    /// @param changed when the file came, or earlier since it was fetched
    private record Kept(Path path, Instant changed, long bytes) {}

    /// @return whether there is anything in it
    private boolean write(Source source, Path unfinished, Limited written) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            written.to = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            source.writeTo(written);
            written.flush();
            Files.setLastModifiedTime(unfinished, FileTime.from(time.instant()));
            channel.force(true);
        }
        return written.bytes > 0;
    }

    /// The name, too, has to be on the disk.
    private Spooled finished(String name, Path unfinished) throws IOException {
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
        return new Spooled.Kept(name);
    }

    private synchronized void makeRoom() throws IOException {
        List<Kept> files = files();
        long bytes = files.stream().mapToLong(Kept::bytes).sum();
        for (Kept file : files) {
            if (bytes <= maxFolder) {
                return;
            }
            delete(file.path());
            bytes -= file.bytes();
        }
    }

    /// The oldest first; those of others' names are nobody's of ours.
    private List<Kept> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Spool::isOurs)
                    .flatMap(Spool::seen)
                    .sorted(Comparator.comparing(Kept::changed))
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return NAME.matcher(name.endsWith(UNFINISHED) ? name.substring(0, 2 * NAME_BYTES) : name)
                .matches();
    }

    private static Stream<Kept> seen(Path file) {
        try {
            return Stream.of(new Kept(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
        } catch (IOException _) {
            return Stream.empty(); // it went meanwhile
        }
    }

    private static boolean isOver(Instant changed, Instant now) {
        return !now.isBefore(changed.plus(KEPT));
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            alarm.raise("a kept file cannot be deleted: " + e.getClass().getSimpleName());
        }
    }

    private String freshName() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    /// Ends a file that becomes too long.
    private static final class Limited extends OutputStream {
        private OutputStream to = OutputStream.nullOutputStream();
        private long bytes;
        private boolean exceeded;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] piece, int from, int length) throws IOException {
            bytes += length;
            if (bytes > Fetched.MAX_BYTES) {
                exceeded = true;
                throw new IOException("too long");
            }
            to.write(piece, from, length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
