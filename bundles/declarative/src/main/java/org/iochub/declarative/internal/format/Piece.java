package org.iochub.declarative.internal.format;

import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.Range;
import org.iochub.model.Fault;

/** What a cutter cuts out of a message: the bytes of one record, before anybody has read them. */
sealed interface Piece {
    String position();

    /**
     * A record within the limit.
     *
     * @param bytes not copied
     */
    record Whole(String position, byte[] bytes) implements Piece {
        RawPart raw() {
            return RawPart.of(position, bytes);
        }
    }

    /** A record over the limit: it was skipped. */
    record TooLarge(String position, long offset, long length) implements Piece {
        Row row(RawMessage message, long limit) {
            return Rows.tooLarge(Range.of(message, position, offset, length), length, limit);
        }
    }

    /** The message ends, or is garbled, before its end. */
    record BrokenOff(String position, long offset) implements Piece {
        Row row(RawMessage message) {
            Fault fault = Fault.of(
                    "truncated-message",
                    position,
                    "Thông điệp bị cắt cụt hoặc hỏng từ byte thứ " + offset
                            + "; các bản ghi đứng trước vẫn được nhận, hãy gửi lại cả thông điệp.",
                    "The message breaks off or is garbled from byte " + offset
                            + " on; the records before it were taken, send the whole message again.");
            return Rows.broken(fault, Range.of(message, position, offset, Math.max(0, message.size() - offset)));
        }
    }
}
