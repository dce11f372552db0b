package org.iochub.core.source.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.ExplainingNormalizer;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.Step;
import org.iochub.model.json.ModelJson;
import org.iochub.model.trace.Trace;

/**
 * Any normaliser, with the steps that the shared readers tell while it works. Readers know values, not fields: a step
 * belongs to the field that holds what it made; one whose outcome stands in no field, because the adapter went on with it
 * by itself, is left out rather than guessed at. Of a normaliser that explains itself, its own steps come first.
 */
final class TracedNormalizer {
    /** Of one record. */
    private static final int MOST_STEPS = 10_000;

    private final Normalizer normalizer;
    private final ObjectMapper mapper = ModelJson.newMapper();

    TracedNormalizer(Normalizer normalizer) {
        this.normalizer = normalizer;
    }

    private record Heard(String name, String from, JsonNode to, String why) {}

    /** As {@link ExplainingNormalizer#explain}. */
    void explain(RawMessage message, BiPredicate<Change, List<Step>> to) throws IOException {
        List<Heard> heard = new ArrayList<>();
        Trace.Listener listener = (name, from, value, why) -> {
            if (heard.size() < MOST_STEPS) {
                heard.add(new Heard(name, from, mapper.valueToTree(value), why));
            }
        };
        listening(listener, () -> {
            if (normalizer instanceof ExplainingNormalizer own) {
                own.explain(message, (change, steps) -> {
                    boolean on = to.test(change, both(steps, told(change, heard)));
                    heard.clear();
                    return on;
                });
            } else {
                listen(message, heard, to);
            }
            return null;
        });
    }

    private void listen(RawMessage message, List<Heard> heard, BiPredicate<Change, List<Step>> to) throws IOException {
        try (Stream<Change> changes = normalizer.normalize(message)) {
            Iterator<Change> each = changes.iterator();
            Optional<String> before = Optional.empty();
            List<Heard> kept = new ArrayList<>();
            while (each.hasNext()) {
                Change change = each.next();
                String position = change.raw().position();
                if (before.filter(position::equals).isEmpty()) {
                    kept.clear(); // Another part of the message; several records of one part share what was heard.
                }
                kept.addAll(heard);
                heard.clear();
                before = Optional.of(position);
                if (!to.test(change, told(change, kept))) {
                    return;
                }
            }
        }
    }

    private static void listening(Trace.Listener listener, Callable<Void> work) throws IOException {
        IOException failed = Trace.listening(listener, () -> {
            try {
                work.call();
                return null;
            } catch (IOException e) {
                return e;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        if (failed != null) {
            throw failed;
        }
    }

    private static List<Step> both(List<Step> own, List<Step> told) {
        List<Step> all = new ArrayList<>(own);
        told.stream()
                .filter(step -> own.stream().noneMatch(each -> each.field().equals(step.field())))
                .forEach(all::add);
        return all;
    }

    private List<Step> told(Change change, List<Heard> heard) {
        if (!(change instanceof Change.Upsert<?> upsert) || heard.isEmpty()) {
            return List.of();
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect("", mapper.valueToTree(upsert.data()), fields);
        upsert.area().ifPresent(area -> fields.put("area", mapper.valueToTree(area)));
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            Optional<Heard> last = heard.stream()
                    .filter(each -> same(each.to(), field.getValue()))
                    .findFirst();
            last.ifPresent(each -> chain(field.getKey(), each, heard, steps));
        }
        return steps;
    }

    /** What led to it first: a text is mended before its code is looked up. */
    private static void chain(String field, Heard last, List<Heard> heard, List<Step> steps) {
        heard.stream()
                .filter(each -> each != last
                        && each.to().isTextual()
                        && each.to().textValue().equals(last.from()))
                .findFirst()
                .ifPresent(first -> add(field, first, steps));
        add(field, last, steps);
    }

    private static void add(String field, Heard heard, List<Step> steps) {
        String to = heard.to().isValueNode() ? heard.to().asText() : heard.to().toString();
        Step step = new Step(field, Map.of(heard.name(), heard.from()), to, heard.why());
        if (step.changes()) {
            steps.add(step);
        }
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
    }

    /** Every value of a record, by its path. */
    private static void collect(String path, JsonNode node, Map<String, JsonNode> into) {
        if (!path.isEmpty() && !node.isArray() && !node.isNull()) {
            into.put(path, node);
        }
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(each -> collect(
                            path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), into);
            }
        }
    }
}
