package org.iochub.declarative.internal.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Reads the entries of a zip one after the other, each by itself: one that is broken spoils no other. */
final class ZipEntries implements RecordFormat {
    private final RecordFormat inner;
    private final Optional<SafePattern> wanted;
    private final UnpackLimits limits;

    ZipEntries(RecordFormat inner, Optional<SafePattern> wanted, UnpackLimits limits) {
        this.inner = inner;
        this.wanted = wanted;
        this.limits = limits;
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        ZipSpool spool = ZipSpool.open(message, limits);
        List<String> names = spool.entries().stream()
                .map(ZipEntry::getName)
                .filter(name -> wanted.isEmpty() || wanted.get().isIn(name))
                .toList();
        if (names.isEmpty()) {
            spool.close();
            throw FaultException.of(
                    "missing-entry",
                    "",
                    "Tệp nén không có mục nào khớp với entry; hãy kiểm tra biểu thức và nội dung tệp.",
                    "No entry of the archive matches; check the expression under entry and what the archive holds.");
        }
        Walk walk = new Walk(message, spool, names.iterator());
        return Rows.stream(walk::next, walk::close);
    }

    /** Goes from entry to entry. Used by one thread. */
    private final class Walk {
        private final RawMessage message;
        private final ZipSpool spool;
        private final Iterator<String> names;
        private String name = "";
        private Stream<Row> open = Stream.empty();
        private Iterator<Row> rows = open.iterator();

        Walk(RawMessage message, ZipSpool spool, Iterator<String> names) {
            this.message = message;
            this.spool = spool;
            this.names = names;
        }

        Optional<Row> next() throws IOException {
            while (true) {
                try {
                    if (rows.hasNext()) {
                        return Optional.of(placed(rows.next()));
                    }
                    if (!names.hasNext()) {
                        return Optional.empty();
                    }
                    open.close();
                    name = names.next();
                    open = inner.read(new Unpacked(message, content(name)));
                    rows = open.iterator();
                } catch (FaultException e) {
                    return Optional.of(givenUp(e));
                } catch (ZipException | EOFException e) {
                    return Optional.of(givenUp(Faults.brokenArchive()));
                } catch (UncheckedIOException e) {
                    if (e.getCause() instanceof ZipException || e.getCause() instanceof EOFException) {
                        return Optional.of(givenUp(Faults.brokenArchive()));
                    }
                    throw e;
                }
            }
        }

        /** The rest of an entry is refused as one. */
        private Row givenUp(FaultException e) {
            rows = java.util.Collections.emptyIterator();
            return placed(Rows.broken(e, new RawPart("", content(name)::open)));
        }

        private Unpacked.Content content(String entry) {
            return () -> spool.isClosed() ? again(message, entry) : spool.open(entry);
        }

        private Row placed(Row row) {
            if (row instanceof Row.Found found) {
                return new Row.Found(found.value(), placed(found.raw()));
            }
            Change.Refusal refusal = ((Row.Broken) row).refusal();
            Fault fault = refusal.fault();
            String where = fault.where().isEmpty() || fault.where().equals(name) ? name : name + ": " + fault.where();
            return Rows.broken(new Fault(fault.code(), where, fault.message()), placed(refusal.raw()));
        }

        private RawPart placed(RawPart raw) {
            return new RawPart(raw.position().isEmpty() ? name : name + ": " + raw.position(), raw.content());
        }

        void close() throws IOException {
            try {
                open.close();
            } finally {
                spool.close();
            }
        }
    }

    /** An entry once the archive's file is gone: found by going through the message. */
    private InputStream again(RawMessage message, String entry) throws IOException {
        ZipInputStream zip = new ZipInputStream(message.open());
        try {
            for (ZipEntry at = zip.getNextEntry(); at != null; at = zip.getNextEntry()) {
                if (at.getName().equals(entry)) {
                    return limits.guard(zip, message.size(), entry);
                }
            }
            throw new ZipException("no entry " + entry);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }
}
