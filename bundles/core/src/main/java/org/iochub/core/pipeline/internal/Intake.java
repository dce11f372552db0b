package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.archive.Archiver;
import org.iochub.core.store.RecordStore;

/** Where messages enter the pipeline. Safe for any number of threads; one instance's messages come one at a time. */
public final class Intake {
    /** Larger messages are not taken: a source that sends more sends them in pieces. */
    private static final long LIMIT = 1L << 30;

    private final MessagePipeline pipeline;
    private final Path folder;
    private final Clock clock;

    /**
     * @param folder where large bodies wait until they are acknowledged
     */
    public Intake(RecordStore store, Archiver archive, Path folder, Clock clock, PassedMessages passed) {
        this.pipeline = new MessagePipeline(store, archive, new EntryPreparer(new Codecs()), passed);
        this.folder = folder;
        this.clock = clock;
    }

    /** With nobody looking on. */
    public Intake(RecordStore store, Archiver archive, Path folder, Clock clock) {
        this(store, archive, folder, clock, new PassedMessages());
    }

    /** Without an archive. */
    public Intake(RecordStore store, Path folder, Clock clock) {
        this(store, Archiver.NONE, folder, clock);
    }

    /**
     * Takes a message and returns when it is durable.
     *
     * @param id the source's name for it; empty to know it by its digest
     * @param name for people; empty to use the id
     * @param body an {@code InputStream} (read to its end and closed), a {@code Path}, a {@code byte[]} or a
     *     {@code CharSequence}
     * @throws IOException when the body could not be read
     * @throws org.iochub.core.archive.ArchiveUnavailableException when the message could not be written down
     * @throws StoreRefusal when the store did not take it
     */
    public Taken take(
            Origin origin,
            Optional<String> id,
            Optional<String> name,
            Object body,
            Map<String, String> attributes,
            Optional<String> checkpoint)
            throws IOException, InterruptedException {
        try (Spool spool = spool(body)) {
            String messageId = id.isPresent() ? id.get() : "sha256:" + spool.digest();
            SpooledMessage message = new SpooledMessage(
                    messageId,
                    name.orElse(messageId),
                    spool,
                    OffsetDateTime.now(clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"))),
                    attributes);
            return pipeline.take(origin, message, id.isPresent(), checkpoint);
        }
    }

    /**
     * Reads what a sender sends to its end, before it has its turn: one that hangs holds up nobody else.
     *
     * @throws org.iochub.model.FaultException {@code too-large}, or {@code incomplete} when it does not come whole
     * @throws IOException when there is no place for it
     */
    public Received receive(InputStream in) throws IOException {
        return new Received(Spool.read(new Arriving(in), folder, LIMIT));
    }

    private Spool spool(Object body) throws IOException {
        if (body instanceof Received.Body received && received.unread()) {
            return received.spool();
        }
        if (body instanceof InputStream in) {
            return Spool.read(in, folder, LIMIT);
        }
        if (body instanceof Path file) {
            return Spool.of(file);
        }
        if (body instanceof byte[] bytes) {
            return Spool.of(bytes);
        }
        if (body instanceof CharSequence text) {
            return Spool.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException("a message body is a stream, a file, bytes or text, not "
                + (body == null ? "empty" : body.getClass().getName()));
    }
}
