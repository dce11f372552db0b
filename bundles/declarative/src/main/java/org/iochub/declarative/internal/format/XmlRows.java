package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.declarative.internal.format.XmlFormat.Plan;
import org.iochub.model.FaultException;

/** Goes through a document and stops at each record. Holds one record, and what records inherit. Used by one thread. */
final class XmlRows {
    private final XMLStreamReader reader;
    private final Plan plan;
    private final RawMessage message;
    private final XmlElement elements;
    private final List<String> path = new ArrayList<>();
    private final Map<List<String>, Object> inherited = new LinkedHashMap<>();
    private long index;
    private boolean done;

    XmlRows(XMLStreamReader reader, Plan plan, RawMessage message) {
        this.reader = reader;
        this.plan = plan;
        this.message = message;
        this.elements = new XmlElement(reader, plan);
    }

    /** The next record. What breaks the document is one refusal, and the end. */
    Optional<Row> next() throws IOException {
        try {
            return done ? Optional.empty() : search();
        } catch (FaultException e) {
            done = true;
            return Optional.of(Rows.broken(e, new RawPart(position(), message::open)));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private Optional<Row> search() throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(plan.names().element(reader));
                    // What was inherited within an earlier sibling of the same name is not about this one.
                    inherited.keySet().removeIf(of -> of.size() > path.size() && startsWith(of, path));
                    if (matches(plan.records(), path)) {
                        return Optional.of(record());
                    }
                    inherit();
                }
                case XMLStreamConstants.END_ELEMENT -> path.remove(path.size() - 1);
                case XMLStreamConstants.END_DOCUMENT -> {
                    done = true;
                    return Optional.empty();
                }
                default -> {
                    // Text between elements that are no records.
                }
            }
        }
    }

    private Row record() throws XMLStreamException {
        RawPart at = new RawPart(position(), message::open);
        index++;
        XmlElement.Read read = elements.read();
        path.remove(path.size() - 1);
        if (read.length() > plan.recordBytes()) {
            return Rows.tooLarge(at, read.length(), plan.recordBytes());
        }
        Map<String, Object> own =
                read.value() instanceof Map<?, ?> ? JsonValues.asMap(read.value()) : Map.of("#text", read.value());
        Map<String, Object> value = new LinkedHashMap<>();
        inherited.forEach((of, what) -> value.put(of.get(of.size() - 1), what));
        value.putAll(own);
        byte[] bytes = read.raw().getBytes(StandardCharsets.UTF_8);
        return new Row.Found(Collections.unmodifiableMap(value), RawPart.of(at.position(), bytes));
    }

    /** Takes what the element at hand gives to the records behind it. */
    private void inherit() throws XMLStreamException {
        for (List<String> of : plan.inherit()) {
            String last = of.get(of.size() - 1);
            if (last.startsWith("@") && matches(of.subList(0, of.size() - 1), path)) {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    if (plan.names().attribute(reader, i).equals(last)) {
                        keep(of, reader.getAttributeValue(i));
                    }
                }
            }
        }
        for (List<String> of : plan.inherit()) {
            if (matches(of, path)) {
                XmlElement.Read read = elements.read();
                path.remove(path.size() - 1);
                if (read.length() > plan.recordBytes()) {
                    throw FaultException.of(
                            "over-limit",
                            String.join("/", of),
                            "Phần tử dùng chung quá lớn; hãy chọn phần tử nhỏ hơn trong inherit.",
                            "The inherited element is too large; name a smaller one under inherit.");
                }
                keep(of, read.value());
                return;
            }
        }
    }

    /** The latest counts, and an empty one takes back the one before. */
    private void keep(List<String> of, Object value) {
        if (value.equals("")) {
            inherited.remove(of);
        } else {
            inherited.put(of, value);
        }
    }

    private String position() {
        return String.join("/", plan.records()) + "[" + index + "]";
    }

    private static boolean startsWith(List<String> longer, List<String> shorter) {
        return matches(longer.subList(0, shorter.size()), shorter);
    }

    private static boolean matches(List<String> steps, List<String> path) {
        if (steps.size() != path.size()) {
            return false;
        }
        // From the end: names near the leaves differ first.
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!steps.get(i).equals(path.get(i)) && !steps.get(i).equals("*")) {
                return false;
            }
        }
        return true;
    }
}
