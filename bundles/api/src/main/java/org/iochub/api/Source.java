package org.iochub.api;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.iochub.model.Text;
import org.iochub.model.area.Areas;

/**
 * One configured instance of an adapter, as the hub hands it to the adapter. Safe for the instance's threads.
 *
 * @param <S> the adapter's settings
 */
public interface Source<S extends Record> {
    /** The instance's id: what stands between {@code org.iochub.source-} and {@code .cfg}. */
    String id();

    /** The authority whose data this is. */
    String tenant();

    S settings();

    /** The administrative units to resolve codes and names with. */
    Areas areas();

    /** Asia/Ho_Chi_Minh unless the tenant says otherwise. */
    ZoneId zone();

    Clock clock();

    /** The id of a route of this instance; {@code name} tells its routes apart. */
    String routeId(String name);

    /**
     * The endpoint that a route delivers a raw message to. It returns when every record of the message is durable or in
     * quarantine, and throws when that could not be done: then the message must come again. The body may be a stream,
     * bytes, text or a file; {@link HubHeaders} says which headers count.
     */
    String records();

    /** The endpoint that a route of a push source starts from: messages that came to {@code /api/v1/ingest/{id}}. */
    String pushed();

    /** How far the instance has come: what the last acknowledged message carried in {@link HubHeaders#CHECKPOINT}. */
    Optional<String> checkpoint();

    /** The hub's own records, as far as the descriptor says that the adapter reads them. */
    RecordedView recorded();

    /** A keyed digest (HMAC-SHA-256) of an identifier of a person: the same person, never the number. */
    String pseudonym(String identifier);

    /**
     * Says that the source cannot be reached or has nothing to say yet: the instance's status becomes «waiting» with this
     * sentence until the next message arrives.
     */
    void waiting(Text why);

    /**
     * Says that the source was reached and had nothing new: counts as a success for its freshness.
     */
    void upToDate();

    /**
     * Says what people should know of a source that is read all the same, such as a station of many that has gone silent.
     * It shows in the instance's status while the instance runs, until it is replaced.
     *
     * @param what a sentence that names it and says what to do; empty takes the last one away
     */
    void concern(Optional<Text> what);
}
