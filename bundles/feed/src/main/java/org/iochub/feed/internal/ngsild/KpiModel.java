package org.iochub.feed.internal.ngsild;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indicators as {@code KeyPerformanceIndicator}. */
final class KpiModel implements EntityModel {
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");

    @Override
    public String name() {
        return "KeyPerformanceIndicator";
    }

    @Override
    public String iri() {
        return SmartModels.HOME + "dataModel.KeyPerformanceIndicator/KeyPerformanceIndicator";
    }

    @Override
    public String recordType() {
        return "indicator";
    }

    @Override
    public void fill(Draft draft) {
        String end = draft.look("periodEnd").asText();
        Attribute value = Attribute.property(draft.take("value"))
                .in(Units.code(draft.look("unit").asText()));
        draft.put("kpiValue", end.isEmpty() ? value : value.at(Moments.utc(end)))
                .rename("frequency", "calculationFrequency");
        Matcher days = DAYS.matcher(draft.look("period").asText());
        if (days.matches()) {
            ObjectNode span = JsonNodeFactory.instance
                    .objectNode()
                    .put("from", days.group(1))
                    .put("to", days.group(2));
            draft.put("calculationPeriod", Attribute.property(span));
        }
    }
}
