package org.iochub.store.internal.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.jdbc.Payload;

/** Puts a part into a record. */
final class Merging {
    static final Fault TOO_LARGE = Fault.of(
            "record-too-large",
            "",
            "Bản ghi quá lớn: nén lại vẫn hơn 1 MiB. Nguồn cần chia nhỏ hoặc bỏ phần đính kèm.",
            "The record is too large: more than 1 MiB even compressed. The source should split it or leave attachments out.");

    private Merging() {}

    /**
     * A whole record over a patched one: the parts it leaves out stay.
     *
     * @throws FaultException when the result is not valid
     */
    static Entry.Put keepParts(Context context, RecordState state, Entry.Put put) {
        try {
            return context.merger().keepParts(put, state.data);
        } catch (FaultException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed("", e);
        }
    }

    private static FaultException failed(String part, RuntimeException e) {
        return FaultException.of(
                "merge-failed",
                part,
                "Không ghép được phần này vào bản ghi: " + e,
                "The part could not be merged into the record: " + e);
    }

    /** @throws FaultException when the result is not valid */
    static void patch(
            Context context, Connection c, MergeRules rules, RecordState state, String part, byte[] value, RawPart raw)
            throws SQLException {
        Entry.Put merged;
        try {
            merged = context.merger()
                    .merge(
                            state.type(),
                            new RecordId(state.id()),
                            state.data,
                            context.dictionary().area(c, state.area),
                            new VersionKey(state.keyed ? OptionalLong.of(state.key) : OptionalLong.empty()),
                            part,
                            value,
                            raw);
        } catch (FaultException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(part, e);
        }
        byte[] packed = Payload.pack(merged.data()).orElseThrow(() -> new FaultException(TOO_LARGE));
        rules.patched(state, merged, context.dictionary().area(context.database(), merged.area()), packed);
    }
}
