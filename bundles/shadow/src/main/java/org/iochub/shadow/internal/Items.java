package org.iochub.shadow.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;

/** Makes what one version says of a message comparable: what the hub would refuse is a refusal here too. Used once. */
final class Items {
    private static final String VERSION = "@version";
    private static final String NOTES = "@notes";
    private static final String OPERATION = "@operation";
    private static final String AT = "@at";

    private final TypeForms forms;
    private final String tenant;
    private final String source;
    private final Map<String, Integer> times = new HashMap<>();

    Items(TypeForms forms, String tenant, String source) {
        this.forms = forms;
        this.tenant = tenant;
        this.source = source;
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
            Map<String, String> beside = version(delete.version());
            beside.put(OPERATION, "delete");
            beside.put(AT, delete.at().toInstant().toString());
            return item(delete.type(), delete.naturalKey(), "", position, Optional.empty(), beside);
        }
        if (change instanceof Change.Refusal refusal) {
            return refused("", position, refusal.fault());
        }
        Change.ListComplete list = (Change.ListComplete) change;
        String type = list.type().name();
        Map<String, String> beside = Map.of(OPERATION, "list-complete");
        return new Item(numbered("list " + type), type, "", position, Optional.empty(), beside, Optional.empty());
    }

    private <T extends RecordData> Item upsert(Change.Upsert<T> upsert, String position) {
        RecordType<T> type = upsert.type();
        List<Fault> faults = forms.validate(type, upsert.data());
        if (!faults.isEmpty()) {
            return refused(type.name(), position, faults.get(0));
        }
        Map<String, String> beside = version(upsert.version());
        notes(beside, upsert.notes());
        Item.Written written = forms.write(type, upsert.data(), upsert.area());
        return item(type, type.identity(upsert.data()), "", position, Optional.of(written), beside);
    }

    private Item patch(Change.Patch patch, String position) {
        RecordType.Part part = patch.type().part(patch.part()).orElseThrow();
        String element = " " + part.name() + " " + String.join(" ", forms.keys(part, patch.value()));
        Item.Written written = forms.write(patch.type(), part, patch.value());
        return item(patch.type(), patch.naturalKey(), element, position, Optional.of(written), Map.of());
    }

    private static Map<String, String> version(VersionKey version) {
        Map<String, String> beside = new TreeMap<>();
        version.order().ifPresent(order -> beside.put(VERSION, Long.toString(order)));
        return beside;
    }

    /** What they are about; their sentences may quote the data. */
    private static void notes(Map<String, String> beside, List<Fault> notes) {
        if (!notes.isEmpty()) {
            beside.put(
                    NOTES,
                    notes.stream()
                            .map(note -> (note.code() + " " + note.where()).strip())
                            .collect(Collectors.joining(", ")));
        }
    }

    private Item item(
            RecordType<?> type,
            List<String> naturalKey,
            String part,
            String position,
            Optional<Item.Written> written,
            Map<String, String> beside) {
        String record = type.id(tenant, source, naturalKey).value();
        String key = numbered(type.name() + " " + record + part);
        return new Item(key, type.name(), record, position, written, Map.copyOf(beside), Optional.empty());
    }

    private static Item refused(String type, String position, Fault fault) {
        return new Item("", type, "", position, Optional.empty(), Map.of(), Optional.of(fault));
    }

    /** A message may say several things of one record: the first is compared with the first. */
    private String numbered(String key) {
        return key + " #" + times.merge(key, 1, Integer::sum);
    }
}
