package org.iochub.routes.health.internal;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Walks through a GIAMDINHHS package, one HOSO after the other. For one thread. */
final class PackageReader implements AutoCloseable {
    /** What one HOSO turned out to be. */
    sealed interface Outcome {
        /** A visit to count. */
        record Counted(Visit visit) implements Outcome {}

        /** An arrival (XML0 alone): no visit yet. */
        record CheckIn() implements Outcome {}

        /** @param position among the package's HOSO, from 1 */
        record Refusal(long position, Fault fault) implements Outcome {}
    }

    private static final Set<String> FILES =
            IntStream.rangeClosed(0, 15).mapToObj(n -> "XML" + n).collect(Collectors.toUnmodifiableSet());
    private static final int SHORT = 20;
    private static final int DEPTH = 16;

    private final InputStream in;
    private final XMLStreamReader reader;
    private final VisitReader visits;
    private final PackageHeader.Draft header = new PackageHeader.Draft();
    private long found;
    private boolean rooted;

    /**
     * @param in closed with this, and when this cannot be made
     * @throws PackageBroken when it is no XML
     */
    PackageReader(InputStream in, HealthSettings settings, VisitReader visits) throws IOException {
        this.in = in;
        this.visits = visits;
        // Base64 takes four characters for three bytes, and may be wrapped into short lines.
        int text = (int) Math.min(Integer.MAX_VALUE, settings.maxFileBytes() * 2);
        try {
            reader = SafeXml.reader(in, new SafeXml.Limits(settings.maxPackageBytes(), DEPTH, DEPTH, text));
        } catch (FaultException e) {
            in.close();
            throw new PackageBroken(e);
        } catch (XMLStreamException e) {
            in.close();
            throw PackageBroken.unread(e);
        }
    }

    /**
     * The next HOSO; empty at the end.
     *
     * @throws PackageBroken when the package cannot be read on
     * @throws java.io.UncheckedIOException when the message cannot
     */
    Optional<Outcome> next() {
        try {
            while (reader.hasNext()) {
                if (reader.next() == START_ELEMENT && element()) {
                    found++;
                    return Optional.of(record());
                }
            }
            return Optional.empty();
        } catch (FaultException e) {
            throw new PackageBroken(e);
        } catch (XMLStreamException e) {
            throw PackageBroken.unread(e);
        }
    }

    /**
     * After the last HOSO.
     *
     * @throws FaultException when the package does not hold what it says
     */
    PackageHeader header() {
        PackageHeader whole = header.whole();
        if (whole.records() != found) {
            throw Refused.wrongCount(whole.records(), found);
        }
        return whole;
    }

    /** @return whether a HOSO begins here */
    private boolean element() throws XMLStreamException {
        String name = reader.getLocalName();
        if (!rooted && !name.equals("GIAMDINHHS")) {
            throw Refused.notAPackage();
        }
        rooted = true;
        switch (name) {
            case "MACSKCB" -> header.facility(Elements.text(reader, SHORT));
            case "NGAYLAP" -> header.day(Elements.text(reader, SHORT));
            case "SOLUONGHOSO" -> header.records(Elements.text(reader, SHORT));
            default -> {
                // Signatures and whatever later versions add.
            }
        }
        return name.equals("HOSO");
    }

    /** Reads to the end of the HOSO, whatever is wrong with it. */
    private Outcome record() throws XMLStreamException {
        Optional<Visit> visit = Optional.empty();
        Optional<Fault> fault = Optional.empty();
        Optional<String> type = Optional.empty();
        boolean onlyCheckIn = true;
        while (reader.next() != END_ELEMENT || !reader.getLocalName().equals("HOSO")) {
            if (!reader.isStartElement()) {
                continue;
            }
            try {
                switch (reader.getLocalName()) {
                    case "FILEHOSO" -> type = Optional.empty();
                    case "LOAIHOSO" -> {
                        String read = Elements.text(reader, SHORT);
                        type = Optional.of(read).filter(FILES::contains);
                        onlyCheckIn &= read.equals("XML0");
                        type.orElseThrow(Refused::unknownFile);
                    }
                    case "NOIDUNGFILE" -> {
                        Optional<Visit> read = file(type.orElseThrow(() -> Refused.missing("LOAIHOSO")));
                        if (read.isPresent() && visit.isPresent()) {
                            throw Refused.repeated("XML1");
                        }
                        visit = visit.or(() -> read);
                    }
                    default -> {
                        // Nothing else is wanted of it.
                    }
                }
            } catch (FaultException e) {
                if (e.fault().where().isEmpty() || e.fault().where().startsWith("line ")) {
                    // The package's own XML: there is no reading on.
                    throw e;
                }
                fault = fault.or(() -> Optional.of(e.fault()));
            }
        }
        return outcome(visit, fault, onlyCheckIn && type.isPresent());
    }

    private Outcome outcome(Optional<Visit> visit, Optional<Fault> fault, boolean onlyCheckIn) {
        if (fault.isEmpty() && visit.isEmpty() && onlyCheckIn) {
            return new Outcome.CheckIn();
        }
        if (fault.isPresent() || visit.isEmpty()) {
            return new Outcome.Refusal(
                    found, fault.orElseGet(() -> Refused.missing("XML1").fault()));
        }
        return new Outcome.Counted(visit.get());
    }

    /** Of an XML1 its visit; of any other file nothing is decoded. */
    private Optional<Visit> file(String type) throws XMLStreamException {
        EncodedFile content = new EncodedFile(reader);
        try {
            return type.equals("XML1") ? Optional.of(visits.read(content)) : Optional.empty();
        } finally {
            content.skip();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
