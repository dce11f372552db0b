package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.LoggedRecord;
import org.iochub.feed.internal.json.Json;
import org.iochub.model.RecordType;
import org.iochub.model.area.AreaRef;
import org.iochub.model.schema.Shape;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.Shown;

/** Makes entities of what a reader may see. Safe for any number of threads. */
final class Entities {
    private final Hub hub;
    private final List<EntityModel> smart = SmartModels.all();
    /** Lets the classes of a bundle that went away go. */
    private final ClassValue<Shape> shapes = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    Entities(Hub hub) {
        this.hub = hub;
    }

    /** The models for a record type, the first that fits is used. */
    List<EntityModel> models(String recordType) {
        List<EntityModel> models = new ArrayList<>(smart.stream()
                .filter(model -> model.recordType().equals(recordType))
                .toList());
        models.add(new PlainModel(recordType));
        return models;
    }

    /** The entity types records of this type come as. */
    List<EntityModel> types(String recordType) {
        List<EntityModel> types = new ArrayList<>();
        for (EntityModel model : models(recordType)) {
            types.add(model);
            if (model.fitsAll()) {
                break;
            }
        }
        return types;
    }

    /** A record as an entity; empty for a delete. */
    Optional<Entity> of(Scope scope, Shown shown) {
        LoggedRecord record = shown.record();
        RecordType<?> type = scope.types().get(record.type());
        if (shown.isDelete() || type == null) {
            return Optional.empty();
        }
        JsonNode data = Json.tree(shown.data());
        EntityModel model = models(record.type()).stream()
                .filter(each -> each.fits(data))
                .findFirst()
                .orElseThrow();
        Draft draft = new Draft(data);
        model.fill(draft);
        draft.rest(shapes.get(type.dataClass()), type.placeField());
        Map<String, Attribute> attributes = new LinkedHashMap<>(draft.attributes());
        attributes.putIfAbsent("dataProvider", text(record.tenant()));
        attributes.putIfAbsent("source", text("urn:iochub:" + hub.id() + ":source:" + record.source()));
        shown.area().map(AreaRef::code).ifPresent(code -> attributes.putIfAbsent("areaCode", text(code)));
        attributes.putIfAbsent(
                "dateModified", Attribute.typed("DateTime", TextNode.valueOf(Moments.utc(record.recordedAt()))));
        return Optional.of(new Entity(Entity.id(model.name(), record.id().value()), model.name(), attributes));
    }

    private static Attribute text(String value) {
        return Attribute.property(TextNode.valueOf(value));
    }
}
