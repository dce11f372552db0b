package org.iochub.declarative.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashSet;
import java.util.Set;
import org.iochub.declarative.internal.KeyPath;
import org.iochub.declarative.internal.Problems;

/** Checks a file against its JSON Schema and says in plain words what is wrong. Safe for any number of threads. */
public final class SchemaCheck {
    private final JsonNode document;
    private final JsonSchema schema;

    public SchemaCheck(JsonNode document) {
        this.document = document;
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .cacheRefs(true)
                .preloadJsonSchema(true)
                .build();
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document, config);
    }

    public void check(JsonNode file, Problems problems) {
        Set<String> said = new HashSet<>();
        for (ValidationMessage message : schema.validate(file)) {
            String at = message.getInstanceLocation().toString();
            String pointer = unknownKey(message) ? KeyPath.child(at, message.getProperty()) : at;
            // One place, one sentence of a kind: alternatives of a schema each complain.
            if (said.add(pointer + " " + message.getType() + " " + message.getProperty())) {
                new Sentence(document, message).text().ifPresent(text -> problems.add(pointer, text));
            }
        }
    }

    private static boolean unknownKey(ValidationMessage message) {
        return message.getProperty() != null
                && (message.getType().equals("additionalProperties")
                        || message.getType().equals("unevaluatedProperties"));
    }
}
