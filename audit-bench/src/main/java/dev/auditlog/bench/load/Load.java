package dev.auditlog.bench.load;

import java.io.IOException;
import java.time.Duration;

/** Clients that send one request over and over, each the next one when the answer to the last is complete. */
public interface Load extends AutoCloseable {

    /**
     * Sends for some time, and returns when all that was sent is answered.
     *
     * @throws IOException if the server answers nothing for a minute, or takes no connection
     */
    LoadResult run(Duration duration) throws IOException;

    @Override
    void close() throws IOException;
}
