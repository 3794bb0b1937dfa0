package congressbot.dev.stores;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL of the classpath, a `.txz` inside a jar.
final class PostgresExecutables {
    private static final int ANYBODY_EXECUTES = 0b001;

    private PostgresExecutables() {}

    /// The folder of `initdb`, `pg_ctl` and `postgres`.
    static Path folder() throws IOException {
        String archive = archive();
        URL url = PostgresExecutables.class.getResource(archive);
        if (url == null || !(url.openConnection() instanceof JarURLConnection jar)) {
            throw new StoreUnavailable("no embedded PostgreSQL for %s on %s: install one and set DATABASE_URL"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        // The checksum stands for the version, which the archive does not tell.
        String name = "postgres-%08x".formatted(jar.getJarEntry().getCrc());
        return ExecutableCache.folder(name, folder -> unpack(url, folder)).resolve("bin");
    }

    private static String archive() {
        String system = System.getProperty("os.name").replace("Linux", "linux");
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "/postgres-" + system + "-x86_64.txz";
            case "aarch64" -> "/postgres-" + system + "-arm_64.txz";
            case String other -> "/postgres-" + system + "-" + other + ".txz";
        };
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, entry.resolveIn(folder));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Folders.readable(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) { // the archive lists few of its folders
            Folders.readable(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & ANYBODY_EXECUTES) != 0;
        Files.setPosixFilePermissions(
                target, executable ? ExecutableCache.EXECUTABLE : PosixFilePermissions.fromString("rw-r--r--"));
    }
}
