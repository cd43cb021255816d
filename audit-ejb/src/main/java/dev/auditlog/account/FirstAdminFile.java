package dev.auditlog.account;

import dev.auditlog.config.AuditConfig;
import dev.auditlog.config.ServerFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Where the first admin finds the password: {@code audit.console.first-admin-file}, else
 * {@code audit-first-admin-<application>.txt} in the {@link ServerFolder}.
 */
final class FirstAdminFile {

    private final Path path;
    private final boolean chosen;

    /** A file that the operator has chosen, or one of ours, which steps aside for an older one. */
    FirstAdminFile(Path path, boolean chosen) {
        this.path = path.toAbsolutePath();
        this.chosen = chosen;
    }

    static FirstAdminFile of(AuditConfig config) {
        String configured = config.consoleFirstAdminFile();
        if (configured != null) {
            return new FirstAdminFile(Path.of(configured), true);
        }
        String name = "audit-first-admin-" + config.application() + ".txt";
        return new FirstAdminFile(ServerFolder.path().resolve(name), false);
    }

    /**
     * Writes the password to a new file that is never readable for others, not even for a moment.
     *
     * @throws AccountException AUD-0612 if that cannot be done
     */
    Path write(char[] password) {
        try {
            return create(path, password);
        } catch (FileAlreadyExistsException older) {
            if (chosen) {
                throw AccountMessages.noFile(path, older);
            }
            return writeBeside(password);
        } catch (IOException | UnsupportedOperationException failure) {
            throw AccountMessages.noFile(path, failure);
        }
    }

    /** Removes a file whose password never counted. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw AccountMessages.noFile(file, failure);
        }
    }

    private Path writeBeside(char[] password) {
        String name = path.getFileName().toString().replace(".txt", "-" + UUID.randomUUID() + ".txt");
        Path beside = path.resolveSibling(name);
        try {
            return create(beside, password);
        } catch (IOException failure) {
            throw AccountMessages.noFile(beside, failure);
        }
    }

    private static Path create(Path file, char[] password) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try (SeekableByteChannel out = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            out.write(bytes);
            out.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
        return file;
    }

    /** Without POSIX rights (Windows) the file has those of its folder. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
