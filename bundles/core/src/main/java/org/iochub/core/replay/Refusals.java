package org.iochub.core.replay;

import org.iochub.model.Fault;

/** How refusals of a message that is read again are told: by code and place, without what stands there. */
public final class Refusals {
    private Refusals() {}

    public static Fault told(Fault first, String position) {
        String where = position.isEmpty() ? "message" : position;
        return Fault.of(
                first.code(),
                where,
                "Bộ kết nối hiện tại từ chối ít nhất một phần của thông điệp này: mã " + first.code() + ", tại " + where
                        + ". Bản ghi đang có được giữ nguyên.",
                "The adapter as it is now refuses at least one part of this message: " + first.code() + ", at " + where
                        + ". What the record is stays as it was.");
    }
}
