package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** Makes what one version says of a message comparable: what the hub would refuse is a refusal here too. Used once. */
final class Items {
    static final String AREA = "@area";
    static final String VERSION = "@version";
    static final String NOTES = "@notes";
    static final String OPERATION = "@operation";
    static final String AT = "@at";

    private final TypeForms forms;
    private final String tenant;
    private final String source;
    private final boolean sensitive;
    private final Map<String, Integer> times = new HashMap<>();

    Items(TypeForms forms, String tenant, String source, boolean sensitive) {
        this.forms = forms;
        this.tenant = tenant;
        this.source = source;
        this.sensitive = sensitive;
    }

    List<Item> of(List<Change> changes) {
        List<Item> items = new ArrayList<>(changes.size());
        changes.forEach(change -> items.add(of(change)));
        return items;
    }

    private Item of(Change change) {
        String position = change.raw().position();
        if (change instanceof Change.Upsert<?> upsert) {
            return upsert(upsert, position);
        }
        if (change instanceof Change.Patch patch) {
            return patch(patch, position);
        }
        if (change instanceof Change.Delete delete) {
            ObjectNode content = forms.mapper().createObjectNode();
            content.put(OPERATION, "delete").put(AT, delete.at().toInstant().toString());
            version(content, delete.version());
            return item(delete.type(), delete.naturalKey(), "", position, content, Optional.empty());
        }
        if (change instanceof Change.Refusal refusal) {
            return refused("", position, refusal.fault());
        }
        Change.ListComplete list = (Change.ListComplete) change;
        ObjectNode content = forms.mapper().createObjectNode();
        content.put(OPERATION, "list-complete");
        String type = list.type().name();
        return new Item(numbered("list " + type), type, "", position, content, content, Optional.empty());
    }

    private <T extends RecordData> Item upsert(Change.Upsert<T> upsert, String position) {
        RecordType<T> type = upsert.type();
        List<Fault> faults = forms.validate(type, upsert.data());
        if (!faults.isEmpty()) {
            return refused(type.name(), position, faults.get(0));
        }
        ObjectNode content = forms.write(type, upsert.data());
        ObjectNode shown = shown(type, content);
        for (ObjectNode node : List.of(content, shown)) {
            upsert.area().ifPresent(area -> node.put(AREA, written(area)));
            version(node, upsert.version());
            notes(node, upsert.notes());
        }
        return item(type, type.identity(upsert.data()), "", position, content, Optional.of(shown));
    }

    private Item patch(Change.Patch patch, String position) {
        RecordType.Part part = patch.type().part(patch.part()).orElseThrow();
        ObjectNode content = forms.writePart(part, patch.value());
        StringBuilder element = new StringBuilder(" " + part.name());
        content.path(part.name())
                .forEach(value -> part.key().forEach(key -> element.append(' ').append(value.path(key))));
        return item(
                patch.type(),
                patch.naturalKey(),
                element.toString(),
                position,
                content,
                Optional.of(shown(patch.type(), content)));
    }

    /** Of a sensitive source no value is shown, whatever it is. */
    private ObjectNode shown(RecordType<?> type, ObjectNode content) {
        return sensitive ? forms.mapper().createObjectNode() : forms.withoutPersonal(type, content);
    }

    private static String written(AreaRef area) {
        return area.code() + " (" + area.validFrom() + ")";
    }

    private static void version(ObjectNode node, VersionKey version) {
        version.order().ifPresent(order -> node.put(VERSION, order));
    }

    /** What they are about; their sentences may quote the data. */
    private static void notes(ObjectNode node, List<Fault> notes) {
        if (!notes.isEmpty()) {
            var list = node.putArray(NOTES);
            notes.forEach(note -> list.add(note.code() + (note.where().isEmpty() ? "" : " " + note.where())));
        }
    }

    private Item item(
            RecordType<?> type,
            List<String> naturalKey,
            String part,
            String position,
            ObjectNode content,
            Optional<ObjectNode> shown) {
        String record = type.id(tenant, source, naturalKey).value();
        String key = numbered(type.name() + " " + record + part);
        return new Item(key, type.name(), record, position, content, shown.orElse(content), Optional.empty());
    }

    private Item refused(String type, String position, Fault fault) {
        ObjectNode nothing = forms.mapper().createObjectNode();
        return new Item("", type, "", position, nothing, nothing, Optional.of(fault));
    }

    /** A message may say several things of one record: the first is compared with the first. */
    private String numbered(String key) {
        return key + " #" + times.merge(key, 1, Integer::sum);
    }
}
