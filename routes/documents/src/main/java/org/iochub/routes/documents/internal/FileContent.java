package org.iochub.routes.documents.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.iochub.api.read.Bounded;
import org.iochub.model.FaultException;

/**
 * What is known of a file's bytes. Files may be zipped for the way; whether a zip is wrapping or the file itself only its
 * name says, which comes after the bytes: both are measured in one go.
 *
 * @param raw the decoded bytes; empty when they are not base64
 * @param wrapped the only file within, when the bytes are an archive of one file
 * @param wrappedName its name there
 * @param tooLarge the file within is larger than allowed
 */
record FileContent(Optional<Measured> raw, Optional<Measured> wrapped, Optional<String> wrappedName, boolean tooLarge) {
    private static final int MAGIC = 4;

    /** No content at all. */
    static final FileContent NONE = new FileContent(Optional.empty(), Optional.empty(), Optional.empty(), false);

    private record Inner(Optional<Measured> measured, Optional<String> name, boolean tooLarge) {
        static final Inner NONE = new Inner(Optional.empty(), Optional.empty(), false);
    }

    /**
     * Reads base64 to its end and keeps none of it.
     *
     * @param text without blanks; its runtime exceptions pass through
     * @param maxBytes of a file, unpacked
     */
    static FileContent read(InputStream text, long maxBytes) throws IOException {
        DigestInputStream decoded = new DigestInputStream(Base64.getDecoder().wrap(text), Measured.digest());
        SignatureScan scan = new SignatureScan(decoded);
        Counting counting = new Counting(scan);
        try {
            Inner inner = unpack(counting, maxBytes);
            counting.transferTo(OutputStream.nullOutputStream());
            Measured raw = Measured.of(decoded.getMessageDigest(), counting.count(), scan.signed());
            return new FileContent(
                    raw.bytes() == 0 ? Optional.empty() : Optional.of(raw),
                    inner.measured(),
                    inner.name(),
                    inner.tooLarge());
        } catch (IOException e) {
            // Not base64; the rest of the text must still be passed over.
            text.transferTo(OutputStream.nullOutputStream());
            return NONE;
        }
    }

    private static Inner unpack(InputStream in, long maxBytes) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(in);
        peeked.mark(MAGIC);
        byte[] magic = peeked.readNBytes(MAGIC);
        peeked.reset();
        boolean zip = magic.length == MAGIC && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        boolean gzip = magic.length == MAGIC && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        try {
            if (zip) {
                return unzip(new ZipInputStream(peeked), maxBytes);
            }
            return gzip
                    ? new Inner(Optional.of(measure(new GZIPInputStream(peeked), maxBytes)), Optional.empty(), false)
                    : Inner.NONE;
        } catch (FaultException e) {
            if (!e.fault().code().equals("too-large")) {
                throw e;
            }
            return new Inner(Optional.empty(), Optional.empty(), true);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            // Looks like an archive and is none: the bytes are the file.
            return Inner.NONE;
        }
    }

    private static Inner unzip(ZipInputStream zip, long maxBytes) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || first.isDirectory()) {
            return Inner.NONE;
        }
        String name = first.getName();
        Measured measured = measure(zip, maxBytes);
        // An archive of several files is a file in its own right.
        return zip.getNextEntry() == null
                ? new Inner(Optional.of(measured), Optional.of(name.substring(name.lastIndexOf('/') + 1)), false)
                : Inner.NONE;
    }

    private static Measured measure(InputStream in, long maxBytes) throws IOException {
        DigestInputStream digested = new DigestInputStream(Bounded.stream(in, maxBytes), Measured.digest());
        SignatureScan scan = new SignatureScan(digested);
        long bytes = scan.transferTo(OutputStream.nullOutputStream());
        return Measured.of(digested.getMessageDigest(), bytes, scan.signed());
    }
}
