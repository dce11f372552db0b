package org.iochub.store.internal.jdbc;

import java.sql.SQLException;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** The faults that the store itself can raise. */
public final class StoreFaults {
    /** SQLState of a disk that did not take what was written. */
    public static final String DISK_FAILED = "58030";

    private StoreFaults() {}

    /** The database cannot be reached or refused a statement. The cause is kept for the log. */
    public static FaultException down(Throwable cause) {
        FaultException fault = new FaultException(down());
        fault.initCause(cause);
        return fault;
    }

    public static Fault down() {
        return Fault.of(
                "store-down",
                "",
                "Kho dữ liệu không truy cập được; hãy thử lại sau và báo người vận hành.",
                "The store cannot be reached; come again later and tell the operator.");
    }

    public static FaultException closed() {
        return FaultException.of(
                "store-closed",
                "",
                "Kho dữ liệu đã đóng; hãy gửi lại sau.",
                "The store is closed; send it again later.");
    }

    public static FaultException leaseLost(String source) {
        return FaultException.of(
                "lease-lost",
                source,
                "Một nút khác đã nhận nguồn này; nút này phải dừng nó.",
                "Another node has taken this source over; this node must stop it.");
    }

    public static FaultException earlierBatchFailed(String message) {
        return FaultException.of(
                "earlier-batch-failed",
                message,
                "Một lô trước của thông điệp này không ghi được; hãy hỏi lại tiến độ rồi gửi tiếp từ đó.",
                "An earlier batch of this message was not taken; ask for its progress and go on from there.");
    }

    public static FaultException outOfStep(String message, long expected, long got) {
        return FaultException.of(
                "out-of-step",
                message,
                "Lô bắt đầu từ " + got + " nhưng kho đã có đến " + expected + "; hãy hỏi lại tiến độ.",
                "The batch starts at " + got + " but the store has " + expected + "; ask for the progress again.");
    }

    public static FaultException interrupted() {
        return FaultException.of(
                "interrupted", "", "Đã bị ngắt trong khi chờ kho dữ liệu.", "Interrupted while waiting for the store.");
    }

    /** The same batch may succeed when it is simply tried again: another node was at the same records. */
    public static boolean worthAnotherTry(SQLException e) {
        String state = e.getSQLState();
        // 23505 unique violation, 40001 serialisation failure, 40P01 deadlock.
        return "23505".equals(state) || "40001".equals(state) || "40P01".equals(state);
    }
}
