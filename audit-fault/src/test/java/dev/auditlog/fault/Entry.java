package dev.auditlog.fault;

/**
 * One request as its sender saw it.
 *
 * @param client who sent it; each waits for an answer before it sends the next one
 * @param key correlation id and business key in one
 * @param wanted status that the method is to answer with
 * @param status what came; 0 if no complete answer did
 * @param ran whether the answer says that the method ran
 * @param millis how long it took
 */
record Entry(int client, String key, int wanted, int status, boolean ran, long millis) {

    /** A complete answer of the method, for which there has to be an event. */
    boolean isAcknowledged() {
        return ran && status == wanted;
    }

    /** Whether it was refused; while a server starts or stops, there is nothing under the path for a moment. */
    boolean isRefused() {
        return status == 503 || status == 404 && !ran;
    }

    /** Whether it was to succeed, and its sender was told that it did not. */
    boolean isFailed() {
        return wanted < 400 && status >= 500;
    }

    /**
     * Whether a row of this call may have this status. The method's own always fits: the call may have been done and its
     * answer lost, or replaced by the container's 500 where a server takes down the REST servlet under a call. Where the
     * method did not run, what the sender saw fits as well; and the 404 of a server that starts, which is answered as 503
     * where its event is not durable in time, and is kept later with the status from before.
     */
    boolean mayBeRecordedAs(int recorded) {
        boolean refusedByTheContainer = !ran && !isBroken() && status != 503;
        boolean lateOfAStartingServer = !ran && status == 503 && recorded == 404;
        return recorded == wanted || refusedByTheContainer && recorded == status || lateOfAStartingServer;
    }

    /** What Payara Micro answers where it takes down the REST servlet under a call. */
    boolean isOfTheContainer() {
        return status == 500 && !ran;
    }

    /** Whether the connection broke. */
    boolean isBroken() {
        return status == 0;
    }
}
