package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.iochub.declarative.internal.Problems;
import org.iochub.model.Text;

/** What stands under a format's key. Its types were checked by the schema; what a schema cannot say is checked here. */
record Options(JsonNode node, String pointer, Problems problems) {
    Optional<String> text(String key) {
        return Optional.ofNullable(node.get(key)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    int integer(String key, int otherwise) {
        return node.path(key).asInt(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return node.path(key).asBoolean(otherwise);
    }

    boolean has(String key) {
        return node.has(key);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }

    /** The options of an object within these. */
    Options within(String key) {
        return new Options(node.path(key), pointer + "/" + key, problems);
    }

    /** One character, or {@code tab}. */
    Optional<Character> character(String key) {
        return text(key)
                .map(text -> text.equals("tab") ? "\t" : text)
                .filter(text -> {
                    if (text.length() == 1) {
                        return true;
                    }
                    wrong(
                            key,
                            "«" + text + "» phải là đúng một ký tự, hoặc chữ tab.",
                            "«" + text + "» must be exactly one character, or the word tab.");
                    return false;
                })
                .map(text -> text.charAt(0));
    }

    /** A pattern; one that is wrong is a problem and absent. */
    Optional<SafePattern> pattern(String key) {
        return text(key).flatMap(text -> pattern(text, key));
    }

    Optional<SafePattern> pattern(String text, String key) {
        try {
            return Optional.of(SafePattern.of(text));
        } catch (PatternSyntaxException e) {
            wrong(
                    key,
                    "Biểu thức chính quy sai ở ký tự thứ " + (e.getIndex() + 1) + ": hãy sửa theo cú pháp của Java.",
                    "The regular expression is wrong at character " + (e.getIndex() + 1) + " (" + e.getDescription()
                            + "); mend it by Java's syntax.");
            return Optional.empty();
        }
    }

    /** Says that the value under a key is wrong; an empty key is these options as a whole. */
    void wrong(String key, String vi, String en) {
        problems.add(key.isEmpty() ? pointer : pointer + "/" + key, Text.of(vi, en));
    }
}
