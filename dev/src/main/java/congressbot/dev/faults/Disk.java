package congressbot.dev.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A small disk of its own under a folder: one in memory, which takes a superuser on Linux.
final class Disk implements AutoCloseable {
    private static final int PIECE = 65_536;

    private final Path folder;

    private Disk(Path folder) {
        this.folder = folder;
    }

    /// @param folder emptied by that
    /// @throws IOException when the system does not allow it; the message is its own
    static Disk mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Disk(folder);
    }

    /// Whether this user may do it.
    static boolean possible() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }

    /// Nothing more can be written until [#free].
    void fill() throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (folder.toFile().getUsableSpace() > 0) {
                ballast.write(piece);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IOException(text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
