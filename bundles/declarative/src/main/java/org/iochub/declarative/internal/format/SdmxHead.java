package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/**
 * What has to be known before the first observation: the structures and the data sets' own attributes, wherever in the
 * message they stand. SDMX-JSON 1.0 has one {@code structure}, 2.0 a list of {@code structures}; both stand in
 * {@code data}, in drafts at the top.
 */
record SdmxHead(List<SdmxStructure> structures, List<Map<String, Object>> dataSets) {
    private static final long STRUCTURE_BYTES = 8 << 20;
    private static final long SET_BYTES = 1 << 20;
    private static final int MOST_SETS = 1_000;
    private static final Set<String> OF_A_SET =
            Set.of("action", "structure", "attributes", "dimensionGroupAttributes", "links");

    /** @throws FaultException of the message as a whole */
    static SdmxHead read(RawMessage message, JsonValues values) throws IOException {
        SdmxHead head = new SdmxHead(new ArrayList<>(), new ArrayList<>());
        boolean[] found = {false};
        try (var in = message.open();
                JsonParser parser =
                        values.factory().createParser(ByteOrderMark.skip(in).rest())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw Faults.emptyMessage();
            }
            if (first == JsonToken.START_OBJECT) {
                head.walk(parser, values, found);
            }
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            // What breaks off behind the structure still gives the observations before the break.
            if (head.structures.isEmpty()) {
                throw JsonValues.unreadable(e);
            }
        }
        if (!found[0]) {
            throw missing("dataSets");
        }
        if (head.structures.isEmpty() && !head.dataSets.isEmpty()) {
            throw missing("structure");
        }
        return head;
    }

    private static FaultException missing(String field) {
        return FaultException.of(
                "missing-" + field.toLowerCase(),
                field,
                "Thông điệp SDMX-JSON không có «" + field + "»; hãy kiểm tra tiêu đề Accept và dịch vụ của nguồn.",
                "The SDMX-JSON message has no «" + field + "»; check the Accept header and the source's service.");
    }

    private void walk(JsonParser parser, JsonValues values, boolean[] found) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("data") && token == JsonToken.START_OBJECT) {
                walk(parser, values, found);
            } else if (name.equals("structure") && token == JsonToken.START_OBJECT) {
                structure(BoundedParser.read(parser, values, STRUCTURE_BYTES));
            } else if (name.equals("structures") && token == JsonToken.START_ARRAY) {
                SdmxStructure.list(BoundedParser.read(parser, values, STRUCTURE_BYTES))
                        .forEach(this::structure);
            } else if (name.equals("dataSets") && token == JsonToken.START_ARRAY) {
                found[0] = true;
                sets(parser, values);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void structure(Object described) {
        structures.add(SdmxStructure.of(SdmxStructure.object(described)));
    }

    private void sets(JsonParser parser, JsonValues values) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (dataSets.size() == MOST_SETS) {
                throw FaultException.of(
                        "over-limit",
                        "dataSets",
                        "Thông điệp có hơn " + MOST_SETS + " dataSet; hãy chia nhỏ ở nguồn.",
                        "The message has more than " + MOST_SETS + " data sets; make it smaller at the source.");
            }
            Map<String, Object> own = new HashMap<>();
            dataSets.add(own);
            if (token == JsonToken.START_OBJECT) {
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    if (OF_A_SET.contains(name)) {
                        Object value = BoundedParser.read(parser, values, SET_BYTES);
                        if (value != null && !value.equals("")) {
                            own.put(name, value);
                        }
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A data set's structure; empty when it points at one that is not there. */
    Optional<SdmxStructure> structureOf(int set) {
        long index = dataSet(set).get("structure") instanceof Long given ? given : 0;
        return index >= 0 && index < structures.size() ? Optional.of(structures.get((int) index)) : Optional.empty();
    }

    Map<String, Object> dataSet(int set) {
        return set < dataSets.size() ? dataSets.get(set) : Map.of();
    }
}
