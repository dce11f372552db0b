package org.iochub.feed.internal.soap;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.RecordType;
import org.iochub.model.schema.XmlData;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Versions as XML. One for each answer; not for several threads. */
final class RecordXml {
    private final EventAttributes attributes;
    private final Map<RecordType<?>, XmlData> data = new HashMap<>();

    RecordXml(Hub hub) {
        this.attributes = new EventAttributes(hub);
    }

    void write(XMLStreamWriter out, Scope scope, Shown shown) throws XMLStreamException {
        Map<String, String> event = attributes.of(shown);
        out.writeStartElement("record");
        Writing.text(out, "id", event.get("id"));
        Writing.text(out, "source", event.get("source"));
        Writing.text(out, "type", shown.record().type());
        Writing.text(out, "major", Integer.toString(shown.record().major()));
        Writing.text(out, "subject", event.get("subject"));
        Writing.text(out, "time", event.get("time"));
        Writing.text(out, "sequence", event.getOrDefault("sequence", ""));
        Writing.text(out, "recordedTime", event.get("recordedtime"));
        Writing.text(out, "op", event.get("op"));
        Writing.text(out, "opReason", event.getOrDefault("opreason", ""));
        Writing.text(out, "tenant", event.get("tenant"));
        Writing.text(out, "area", event.getOrDefault("area", ""));
        Writing.text(out, "areaFrom", event.getOrDefault("areafrom", ""));
        if (!shown.isDelete()) {
            out.writeStartElement("data");
            RecordType<?> type = scope.types().get(shown.record().type());
            data.computeIfAbsent(type, XmlData::of).write(out, Json.tree(shown.data()));
            out.writeEndElement();
        }
        out.writeEndElement();
    }
}
