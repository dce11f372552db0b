package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.iochub.api.RawMessage;
import org.iochub.api.read.SafeXml;

/** Records are the elements at one path of an XML document. */
final class XmlFormat implements RecordFormat {
    /**
     * What to look for.
     *
     * @param records the steps to a record, from the root
     * @param inherit the paths of what each record takes over from above it
     */
    record Plan(XmlNames names, List<String> records, List<List<String>> inherit, Set<String> lists, int recordBytes) {}

    private static final long DOCUMENT_BYTES = 1L << 30;

    private final Plan plan;
    private final SafeXml.Limits limits;

    private XmlFormat(Plan plan, SafeXml.Limits limits) {
        this.plan = plan;
        this.limits = limits;
    }

    static RecordFormat compile(Options options) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        options.node()
                .path("namespaces")
                .properties()
                .forEach(
                        entry -> namespaces.put(entry.getKey(), entry.getValue().asText()));
        List<String> records = XmlNames.path(options, "records", options.text("records", ""), namespaces);
        List<List<String>> inherit = new ArrayList<>();
        for (String path : options.texts("inherit")) {
            List<String> steps = XmlNames.path(options, "inherit/" + inherit.size(), path, namespaces);
            if (steps.size() >= records.size()
                    && steps.subList(0, records.size()).equals(records)) {
                options.wrong(
                        "inherit/" + inherit.size(),
                        "«" + path + "» nằm trong chính bản ghi; inherit chỉ dành cho phần ở phía trên.",
                        "«" + path + "» lies within the record itself; inherit is for what is above it.");
            }
            inherit.add(steps);
        }
        int bytes = options.integer("recordBytes", 4 << 20);
        SafeXml.Limits limits = SafeXml.Limits.DEFAULT;
        return new XmlFormat(
                new Plan(
                        new XmlNames(namespaces),
                        records,
                        List.copyOf(inherit),
                        Set.copyOf(options.texts("lists")),
                        bytes),
                new SafeXml.Limits(
                        DOCUMENT_BYTES,
                        options.integer("depth", limits.maxDepth()),
                        limits.maxAttributes(),
                        Math.max(bytes, limits.maxText())));
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        InputStream in = message.open();
        try {
            if (message.size() == 0) {
                throw Faults.emptyMessage();
            }
            XmlRows rows = new XmlRows(SafeXml.reader(in, limits), plan, message);
            return Rows.stream(rows::next, in::close);
        } catch (XMLStreamException e) {
            in.close();
            throw new IOException(e);
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
