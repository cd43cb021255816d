package dev.auditlog.record;

import java.io.IOException;
import java.nio.file.Path;

/** AUD-0330 to AUD-0349: the spool. None of them holds data of an event. */
final class SpoolMessages {

    private static final String KEY = " (audit.spool.directory)";

    private SpoolMessages() {}

    static SpoolException locked(Path directory) {
        return new SpoolException(
                "AUD-0330",
                "The spool " + directory + KEY + " is in use by another process or deployment. Each application on each"
                        + " node needs a directory of its own: end the other one, or set another audit.spool.directory"
                        + " or audit.node.",
                false);
    }

    static SpoolException full(Path directory, long bytes, long maxBytes) {
        return new SpoolException(
                "AUD-0331",
                "The spool " + directory + " is full: " + bytes + " of " + maxBytes + " bytes (audit.spool.max-size)."
                        + " It empties itself when the audit database is back; check the database.",
                true);
    }

    static SpoolException notOpened(Path directory, IOException cause) {
        return new SpoolException(
                "AUD-0332",
                "The spool " + directory + KEY + " cannot be used: " + words(cause) + ". The server's user must be able"
                        + " to write there; correct that, or set another directory, and redeploy.",
                cause);
    }

    static SpoolException notWritten(Path directory, Throwable cause) {
        return new SpoolException(
                "AUD-0333",
                "The spool " + directory + " takes no events: " + words(cause) + ". What it had taken before stays."
                        + " Check the room and the health of that disk; the next event is tried in a new file.",
                cause);
    }

    static SpoolException notRead(Path file, IOException cause) {
        return new SpoolException(
                "AUD-0334",
                "The spool's file " + file + " cannot be read: " + words(cause) + ". Its events are not in the audit"
                        + " database yet. Check the disk; it is tried again.",
                cause);
    }

    static String damaged(Path file) {
        return "AUD-0335 The spool's file " + file + " is damaged: events in it may be lost. Those that are whole go to"
                + " the audit database, then the file is kept as "
                + SpoolNames.damaged(file).getFileName()
                + ". Check the disk, and keep that file until you know what is missing.";
    }

    static String torn(Path file, long bytes) {
        return "AUD-0336 The spool's file " + file + " ends in " + bytes + " bytes of a write that stopped midway; they"
                + " were never acknowledged and are left out. Nothing needs to be done.";
    }

    static String recovered(Path directory, long records) {
        return "AUD-0337 The spool " + directory + " holds " + records + " events from before; they go to the audit"
                + " database when it is there. Nothing needs to be done.";
    }

    static SpoolException otherVersion(Path file, int version) {
        return new SpoolException(
                "AUD-0338",
                "The spool's file " + file + " has format " + version + "; this release reads " + SpoolFormat.VERSION
                        + ". Start the release that wrote it until the spool is empty, or move the file away.",
                false);
    }

    static SpoolException openToAll(Path directory) {
        return new SpoolException(
                "AUD-0339",
                "Everybody may write to the spool " + directory + KEY + ", and could put events there. Take that right"
                        + " away (chmod o-w), or set another directory, and redeploy.",
                false);
    }

    static String temporary(Path directory) {
        return "AUD-0340 The spool " + directory + " lies in a folder for temporary files, which a restart of the"
                + " machine or container may empty. Set audit.spool.directory to a folder that stays.";
    }

    static String notDeleted(Path file, IOException cause) {
        return "AUD-0341 The spool's file " + file + " cannot be deleted: " + words(cause) + ". Its events are in the"
                + " audit database; it takes room until it is gone, and is tried again. Check its rights.";
    }

    static SpoolException closed(Path directory) {
        return new SpoolException(
                "AUD-0342",
                "The spool " + directory + " is closed: the deployment ends. Call again when it is back.",
                false);
    }

    static SpoolException notSetAside(Path file, IOException cause) {
        return new SpoolException(
                "AUD-0343",
                "An event of the spool cannot be in the audit database, and " + file + " does not take it: "
                        + words(cause)
                        + ". It stays in the spool, and those behind it wait. Check the room and the rights there; it is"
                        + " tried again.",
                cause);
    }

    static String unreadable(Path file, RuntimeException cause) {
        return "AUD-0344 The spool holds a record that this release cannot read ("
                + cause.getClass().getSimpleName() + "). It is kept in " + file
                + ". Was it written by a later release? That one can read it; keep the file until its events are known.";
    }

    /** What the file system said; it knows paths and no content. */
    private static String words(Throwable cause) {
        String said = cause instanceof IOException ? cause.getMessage() : null; // any other may quote the event
        return cause.getClass().getSimpleName() + (said == null ? "" : " (" + said + ")");
    }
}
