package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/** Tells workbooks from other files. */
final class Workbooks {
    private Workbooks() {}

    static boolean isOne(RawMessage message) throws IOException {
        try (ZipSpool zip = ZipSpool.open(message, UnpackLimits.DEFAULT)) {
            return zip.has("[Content_Types].xml");
        }
    }

    /** @throws FaultException {@code not-a-workbook} for the binary format of old and for what a password protects */
    static void refuseOldFormat(RawMessage message) throws IOException {
        try (InputStream in = message.open()) {
            byte[] head = in.readNBytes(4);
            if (head.length == 0) {
                throw Faults.emptyMessage();
            }
            if (head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
                throw notOne(
                        "Tệp là .xls đời cũ hoặc được đặt mật khẩu; hãy lưu lại thành .xlsx không mật khẩu.",
                        "The file is an old .xls or has a password; save it as .xlsx without one.");
            }
        }
    }

    @FunctionalInterface
    interface Reading<T> {
        T get() throws IOException;
    }

    /**
     * Lets the library read. It answers content it does not understand with whatever exception the content leads to:
     * the workbook's parts were read before, so that it is not the disk.
     */
    static <T> T library(Reading<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (ZipException e) {
            throw Faults.brokenArchive();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof XMLStreamException) {
                throw notOne();
            }
            throw e;
        } catch (RuntimeException e) {
            throw notOne();
        }
    }

    static FaultException notOne() {
        return notOne(
                "Tệp không phải bảng tính .xlsx hoặc bị hỏng; hãy mở và lưu lại ở nguồn.",
                "The file is no .xlsx workbook, or is broken; open and save it again at the source.");
    }

    private static FaultException notOne(String vi, String en) {
        return FaultException.of("not-a-workbook", "", vi, en);
    }
}
