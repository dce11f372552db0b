package org.iochub.core.pipeline.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.iochub.model.FaultException;

/** A body on its way; when it breaks off that is the sender's matter or the line's, and not the hub's disk's. */
final class Arriving extends FilterInputStream {
    Arriving(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (IOException e) {
            throw incomplete(e);
        }
    }

    private static FaultException incomplete(IOException e) {
        FaultException fault = FaultException.of(
                "incomplete",
                "",
                "Thông điệp đến không trọn vẹn (kết nối đứt hoặc ngừng quá lâu); hãy gửi lại.",
                "The message did not come whole (the connection broke or was silent too long); send it again.");
        fault.initCause(e);
        return fault;
    }
}
