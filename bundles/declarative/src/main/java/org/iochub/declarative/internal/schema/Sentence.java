package org.iochub.declarative.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.api.read.Shown;
import org.iochub.declarative.internal.Mistakes;
import org.iochub.model.Text;

/** One finding of the validator in plain words. */
record Sentence(JsonNode document, ValidationMessage message) {
    private static final Map<String, Text> TYPES = Map.of(
            "string", Text.of("một chữ", "a text"),
            "integer", Text.of("số nguyên", "a whole number"),
            "number", Text.of("số", "a number"),
            "boolean", Text.of("true hoặc false", "true or false"),
            "array", Text.of("danh sách (mỗi dòng một dấu -)", "a list (a - on each line)"),
            "object", Text.of("các khóa thụt vào dưới nó", "keys indented below it"),
            "null", Text.of("để trống", "empty"));

    /** Empty when another sentence says it already. */
    Optional<Text> text() {
        String name = Optional.ofNullable(message.getProperty()).orElse("");
        return switch (message.getType()) {
            case "required" ->
                Optional.of(Text.of(
                        "Thiếu khóa «" + name + "»" + meaning(name).vi() + "; hãy thêm vào.",
                        "The key «" + name + "» is missing" + meaning(name).en() + "; add it."));
            case "additionalProperties", "unevaluatedProperties" -> Optional.of(unknownKey(name));
            case "enum", "const" -> Optional.of(notAChoice());
            case "type", "unionType" -> Optional.of(wrongType());
            case "pattern", "format" -> Optional.of(pattern());
            case "propertyNames", "not" ->
                Optional.of(Text.of(
                        "Tên khóa «" + Shown.of(key()) + "» không dùng được; hãy dùng chữ không dấu và chữ số, bắt đầu"
                                + " bằng chữ thường, và không phải adapter hay tenant.",
                        "The key «" + Shown.of(key()) + "» cannot be used; use plain letters and digits, a small letter"
                                + " first, and neither adapter nor tenant."));
            case "minProperties", "maxProperties" -> Optional.of(exactlyOne());
            case "if", "allOf", "$ref" -> Optional.empty();
            default -> Optional.of(limit());
        };
    }

    private Text unknownKey(String name) {
        List<String> known = new ArrayList<>();
        parent().path("properties").fieldNames().forEachRemaining(known::add);
        if (known.isEmpty()) {
            return Text.of(
                    "Không có khóa «" + name + "» ở đây; hãy bỏ nó.",
                    "There is no key «" + name + "» here; remove it.");
        }
        Text choices = Mistakes.choices(name, known);
        return Text.of(
                "Không có khóa «" + name + "»; " + choices.vi() + ".",
                "There is no key «" + name + "»; " + choices.en() + ".");
    }

    private Text notAChoice() {
        JsonNode valid = message.getSchemaNode();
        List<String> words = new ArrayList<>();
        if (valid != null && valid.isArray()) {
            valid.forEach(word -> words.add(word.asText()));
        } else if (valid != null) {
            words.add(valid.asText());
        }
        Text choices = Mistakes.choices(value(), words);
        return Text.of(
                "Không có «" + Shown.of(value()) + "»; " + choices.vi() + ".",
                "There is no «" + Shown.of(value()) + "»; " + choices.en() + ".");
    }

    private Text wrongType() {
        List<Text> expected = new ArrayList<>();
        JsonNode types = parent().path("type");
        (types.isArray() ? types : List.of(types))
                .forEach(type -> Optional.ofNullable(TYPES.get(type.asText())).ifPresent(expected::add));
        String vi = expected.stream().map(Text::vi).collect(Collectors.joining(", hoặc "));
        String en = expected.stream().map(Text::en).collect(Collectors.joining(", or "));
        String quote = types.asText().equals("string")
                        && message.getInstanceNode() != null
                        && message.getInstanceNode().isValueNode()
                ? " (\"" + Shown.of(value()) + "\")"
                : "";
        return Text.of(
                "Ở đây phải là " + vi + (quote.isEmpty() ? "" : ", viết trong nháy kép" + quote)
                        + example().vi() + ".",
                "Here belongs " + en + (quote.isEmpty() ? "" : ", in double quotes" + quote)
                        + example().en() + ".");
    }

    private Text pattern() {
        Text example = example();
        String rule = example.vi().isEmpty() && message.getSchemaNode() != null
                ? " (" + message.getSchemaNode().asText() + ")"
                : "";
        return Text.of(
                "«" + Shown.of(value()) + "» viết chưa đúng dạng" + rule + example.vi() + ".",
                "«" + Shown.of(value()) + "» is not written as it should be" + rule + example.en() + ".");
    }

    private Text exactlyOne() {
        List<String> known = new ArrayList<>();
        parent().path("properties").fieldNames().forEachRemaining(known::add);
        String all = String.join(", ", known);
        return Text.of("Phải có đúng một trong: " + all + ".", "There must be exactly one of: " + all + ".");
    }

    private Text limit() {
        String rule = message.getType() + " "
                + Optional.ofNullable(message.getSchemaNode())
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText)
                        .orElse("");
        return Text.of(
                "Giá trị ở đây không hợp lệ (" + rule.strip() + ")" + example().vi() + "; hãy xem lược đồ.",
                "The value here is not valid (" + rule.strip() + ")" + example().en() + "; see the schema.");
    }

    private Text example() {
        String example = parent().path("examples").path(0).asText();
        return example.isEmpty() ? Text.of("", "") : Text.of("; ví dụ: " + example, "; for example: " + example);
    }

    /** What a key is for, in brackets, as the schema describes it: Vietnamese / English. */
    private Text meaning(String key) {
        String[] both = parent().path("properties")
                .path(key)
                .path("description")
                .asText()
                .split(" / ", 2);
        return both.length < 2 ? Text.of("", "") : Text.of(" (" + bare(both[0]) + ")", " (" + bare(both[1]) + ")");
    }

    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private String value() {
        JsonNode value = message.getInstanceNode();
        return value == null || value.isContainerNode() ? key() : value.asText();
    }

    private String key() {
        JsonNodePath at = message.getInstanceLocation();
        return at.getNameCount() == 0 ? "" : at.getName(-1);
    }

    /** The schema that the keyword stands in. */
    private JsonNode parent() {
        JsonNode at = document;
        JsonNodePath path = message.getSchemaLocation().getFragment();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            Object step = path.getElement(i);
            at = step instanceof Integer index ? at.path(index) : at.path(step.toString());
        }
        return at;
    }
}
