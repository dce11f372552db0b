package org.iochub.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * A message as its source sent it. Can be opened more than once; the hub keeps it until it is acknowledged.
 */
public interface RawMessage {
    /** The source's name for the message, or the digest of its body. */
    String id();

    /** For people: a file name, an address; may equal the id. */
    String name();

    /** In bytes. */
    long size();

    OffsetDateTime receivedAt();

    /** What the transport said about it: header names as the transport spells them. No secrets. */
    Map<String, String> attributes();

    /** A fresh stream over the whole body, to be closed by the caller. */
    InputStream open() throws IOException;
}
