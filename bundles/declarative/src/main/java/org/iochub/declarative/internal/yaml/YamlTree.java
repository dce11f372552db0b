package org.iochub.declarative.internal.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns composed nodes into a tree, and notes where everything stands. Used once. */
final class YamlTree {
    /** An alias is written out each time: this keeps a small text from becoming a huge tree. */
    private static final int MAX_NODES = 200_000;

    private static final Set<String> STANDARD = Set.of(
            Tag.MAP.getValue(),
            Tag.SEQ.getValue(),
            Tag.STR.getValue(),
            Tag.INT.getValue(),
            Tag.FLOAT.getValue(),
            Tag.BOOL.getValue(),
            Tag.NULL.getValue(),
            Tag.TIMESTAMP.getValue(),
            Tag.MERGE.getValue());

    private final JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();
    private final Set<Node> open = new HashSet<>();
    private int nodes;

    YamlFile read(Optional<Node> root) throws YamlException {
        JsonNode tree = root.isPresent() ? value(root.get(), "") : json.objectNode();
        return new YamlFile(tree, keys, values);
    }

    private JsonNode value(Node node, String pointer) throws YamlException {
        if (++nodes > MAX_NODES) {
            throw new YamlException(
                    place(node),
                    "Tệp có quá " + MAX_NODES + " giá trị; hãy bỏ bớt, nhất là các bí danh (*).",
                    "The file has more than " + MAX_NODES + " values; use fewer, aliases (*) above all.");
        }
        if (!STANDARD.contains(node.getTag().getValue())) {
            throw new YamlException(
                    place(node),
                    "Không dùng được kiểu riêng «" + node.getTag().getValue() + "»; hãy bỏ dấu ! đi.",
                    "The tag «" + node.getTag().getValue() + "» cannot be used; remove the ! mark.");
        }
        values.put(pointer, content(node));
        if (node instanceof ScalarNode scalar) {
            return scalar.getScalarStyle() == ScalarStyle.PLAIN
                    ? Scalars.plain(scalar.getValue())
                    : json.textNode(scalar.getValue());
        }
        if (!open.add(node)) {
            throw new YamlException(
                    place(node), "Bí danh (*) chứa chính nó; hãy bỏ nó.", "An alias (*) holds itself; remove it.");
        }
        JsonNode tree =
                node instanceof SequenceNode list ? list(list.getValue(), pointer) : map((MappingNode) node, pointer);
        open.remove(node);
        return tree;
    }

    private ArrayNode list(List<Node> elements, String pointer) throws YamlException {
        ArrayNode array = json.arrayNode();
        for (int i = 0; i < elements.size(); i++) {
            array.add(value(elements.get(i), pointer + "/" + i));
        }
        return array;
    }

    private ObjectNode map(MappingNode map, String pointer) throws YamlException {
        ObjectNode object = json.objectNode();
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
                throw new YamlException(
                        place(entry.getKeyNode()),
                        "Khóa phải là một từ, không phải danh sách hay khối.",
                        "A key must be a word, not a list or a block.");
            }
            String key = scalar.getValue();
            if (object.has(key)) {
                throw new YamlException(
                        place(scalar),
                        "Khóa «" + key + "» xuất hiện hai lần ở cùng một chỗ; hãy bỏ một lần.",
                        "The key «" + key + "» stands twice in the same place; remove one of them.");
            }
            String child = pointer + "/" + escape(key);
            keys.put(child, place(scalar));
            object.set(key, value(entry.getValueNode(), child));
        }
        return object;
    }

    /** As in a JSON Pointer. */
    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static Place place(Node node) {
        return YamlReader.place(Optional.ofNullable(node.getStartMark()));
    }

    /** Behind an opening quote; of a block, the line after its mark. */
    private static Place content(Node node) {
        Place start = place(node);
        if (!(node instanceof ScalarNode scalar)) {
            return start;
        }
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> new Place(start.line(), start.column() + 1);
            case LITERAL, FOLDED -> new Place(start.line() + 1, 1);
            default -> start;
        };
    }
}
