package dev.auditlog.capture;

import dev.auditlog.redact.CapturedBody;

/** Where the data of a request can be had, once the application has read it. */
interface BodySource {

    /** What was captured so far; {@link CapturedBody#none()} where the application read nothing. */
    CapturedBody captured();

    /** Bytes of the body that the application read; -1 where it read none. */
    long bytesRead();
}
