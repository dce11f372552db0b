package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.model.Fault;

/** A raw message on its way to the archive's disk. */
record Kept(CompletableFuture<Void> forced) {
    private static final long TIMEOUT_SECONDS = 120;

    /** Returns when it is there. */
    void await() throws IOException, InterruptedException {
        try {
            forced.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw unavailable(e.getCause().toString(), e);
        } catch (TimeoutException e) {
            throw unavailable(TIMEOUT_SECONDS + " s", e);
        }
    }

    private static ArchiveUnavailableException unavailable(String what, Exception e) {
        return new ArchiveUnavailableException(
                Fault.of(
                        "archive-unavailable",
                        "",
                        "Chưa ghi được bản gốc xuống đĩa (" + what + "); nguồn sẽ gửi lại.",
                        "The raw message did not reach the disk (" + what + "); it will come again."),
                e);
    }
}
