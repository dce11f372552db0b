package org.iochub.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Step;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.Explanations;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.PersonalAccess;
import org.iochub.model.schema.PersonalFields;
import org.iochub.model.text.FreeTextMask;

/** The steps that made a version's values, with what is personal masked as in the record itself. */
final class LineageSteps {
    private static final String HIDDEN = "***";
    private static final int CELL = 16;

    private final RecordTypeRegistry types;
    private final Optional<Explanations> explanations;

    LineageSteps(RecordTypeRegistry types, Optional<Explanations> explanations) {
        this.types = types;
        this.explanations = explanations;
    }

    /** Empty when they cannot be told. */
    Optional<List<Step>> of(StoredVersion version) {
        LoggedRecord record = version.record();
        return explanations
                .flatMap(told -> told.of(version))
                .flatMap(steps -> types.get(record.type(), record.major()).map(type -> {
                    JsonNode open = Json.tree(record.data());
                    JsonNode masked = Json.tree(PersonalFields.of(type).show(record.data(), PersonalAccess.MASKED));
                    return steps.stream().map(step -> shown(step, open, masked)).toList();
                }));
    }

    private static Step shown(Step step, JsonNode open, JsonNode masked) {
        String pointer = "/" + step.field().replace("[", "/").replace("]", "").replace('.', '/');
        JsonNode value = masked.at(pointer);
        boolean personal = !open.at(pointer).equals(value);
        Map<String, String> from = new LinkedHashMap<>();
        step.from().forEach((name, text) -> from.put(name, personal ? HIDDEN : FreeTextMask.mask(text)));
        String to = personal
                ? value.isMissingNode() || value.isNull() ? HIDDEN : value.asText(HIDDEN)
                : FreeTextMask.mask(step.to());
        return new Step(step.field(), from, to, step.why());
    }

    static Map<String, Object> json(Step step) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("field", step.field());
        document.put("was", step.from());
        document.put("became", step.to());
        document.put("why", step.why());
        return document;
    }

    /** Whole in the JSON; here what fits a line. */
    static void print(List<Step> steps, PrintStream out) {
        if (steps.isEmpty()) {
            return;
        }
        Table table = Table.of("field", "was", "became", "why");
        for (Step step : steps) {
            String was = String.join(
                    " ",
                    step.from().entrySet().stream()
                            .map(each ->
                                    each.getKey().isEmpty() ? each.getValue() : each.getKey() + "=" + each.getValue())
                            .toList());
            table.row(
                    Table.cut(step.field(), CELL),
                    Table.cut(was, CELL + 4),
                    Table.cut(step.to(), CELL),
                    Table.cut(step.why(), CELL));
        }
        out.println();
        table.print(out);
    }
}
