package org.iochub.routes.health.internal;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;
import org.iochub.model.FaultException;

/** Reads the four columns of an XML1 that say nothing of who the patient is, and no other. Immutable. */
final class VisitReader {
    private static final String KIND = "MA_LOAI_KCB";
    private static final String DISEASE = "MA_BENH_CHINH";
    private static final String FROM = "NGAY_VAO";
    private static final String TO = "NGAY_RA";
    private static final Set<String> READ = Set.of(KIND, DISEASE, FROM, TO);
    private static final int CATEGORY = 3;
    /** One more than any of the columns may hold. */
    private static final int MOST = 13;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);

    private final VisitKinds kinds;
    private final SafeXml.Limits limits;

    VisitReader(VisitKinds kinds, long maxBytes) {
        this.kinds = kinds;
        this.limits = SafeXml.Limits.DEFAULT.withMaxBytes(maxBytes);
    }

    /** @throws FaultException that holds nothing of the file */
    Visit read(InputStream file) throws XMLStreamException {
        Map<String, String> columns = columns(file);
        Visit.Kind kind = kinds.find(required(columns, KIND)).orElseThrow(Refused::unknownKind);
        IcdChapter chapter = IcdChapter.of(required(columns, DISEASE).toUpperCase(Locale.ROOT))
                .orElseThrow(Refused::unknownDisease);
        LocalDateTime from = minute(FROM, required(columns, FROM));
        Optional<LocalDateTime> to = Optional.ofNullable(columns.get(TO))
                .filter(text -> !text.isEmpty())
                .map(text -> minute(TO, text));
        if (to.filter(from::isAfter).isPresent()) {
            throw Refused.datesOutOfOrder();
        }
        long days = switch (kind) {
            case OUTPATIENT -> 0;
            case INPATIENT -> bedDays(from, to.orElseThrow(() -> Refused.missing(TO)));
        };
        return new Visit(kind, chapter, days);
    }

    /** Nights; a stay within one day counts as one. */
    private static long bedDays(LocalDateTime from, LocalDateTime to) {
        return Math.max(1, ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()));
    }

    private Map<String, String> columns(InputStream file) throws XMLStreamException {
        Map<String, String> columns = new HashMap<>();
        try {
            XMLStreamReader reader = SafeXml.reader(file, limits);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && READ.contains(reader.getLocalName())) {
                    put(columns, reader);
                }
            }
        } catch (FaultException e) {
            throw e.fault().code().startsWith("xml-") || e.fault().code().equals("too-large")
                    ? Refused.badFile(e.fault().code())
                    : e;
        }
        return columns;
    }

    private static void put(Map<String, String> columns, XMLStreamReader reader) throws XMLStreamException {
        String field = reader.getLocalName();
        String text = Elements.text(reader, field.equals(DISEASE) ? CATEGORY : MOST);
        if (columns.put(field, text) != null) {
            throw Refused.repeated(field);
        }
    }

    private static String required(Map<String, String> columns, String field) {
        return Optional.ofNullable(columns.get(field))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refused.missing(field));
    }

    private static LocalDateTime minute(String field, String text) {
        try {
            return LocalDateTime.parse(text, MINUTE);
        } catch (DateTimeException e) {
            throw Refused.badDate(field, "yyyyMMddHHmm");
        }
    }
}
