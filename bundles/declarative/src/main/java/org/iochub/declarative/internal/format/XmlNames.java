package org.iochub.declarative.internal.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Names of elements and attributes as the file's author writes them: with the prefix that the author declared for their
 * namespace, whatever prefix the document uses, and without one where none was declared. Immutable.
 */
final class XmlNames {
    private static final Pattern STEP =
            Pattern.compile("(?:[\\p{L}_][\\p{L}\\p{N}_.-]*:)?(?:[\\p{L}_][\\p{L}\\p{N}_.-]*|\\*)");

    private final Map<String, String> prefixes;

    /** @param namespaces address by prefix */
    XmlNames(Map<String, String> namespaces) {
        Map<String, String> byAddress = new HashMap<>();
        namespaces.forEach((prefix, address) -> byAddress.put(address, prefix.isEmpty() ? "" : prefix + ":"));
        this.prefixes = Map.copyOf(byAddress);
    }

    String element(XMLStreamReader reader) {
        return named(reader.getNamespaceURI(), reader.getLocalName());
    }

    String attribute(XMLStreamReader reader, int index) {
        return "@" + named(reader.getAttributeNamespace(index), reader.getAttributeLocalName(index));
    }

    private String named(String address, String local) {
        String prefix = address == null || address.isEmpty() ? "" : prefixes.getOrDefault(address, "");
        return prefix.isEmpty() ? local : prefix + local;
    }

    /** The steps of a path from the root; a path that is none, or has an undeclared prefix, is a problem. */
    static List<String> path(Options options, String key, String text, Map<String, String> namespaces) {
        String inner = text.startsWith("/") ? text.substring(1) : text;
        List<String> steps = List.of(inner.split("/", -1));
        for (String step : steps) {
            String name = step.startsWith("@") && step == steps.get(steps.size() - 1) ? step.substring(1) : step;
            if (!STEP.matcher(name).matches()) {
                options.wrong(
                        key,
                        "«" + text + "» không phải đường dẫn; hãy viết tên phần tử từ gốc, như /rss/channel/item.",
                        "«" + text + "» is no path; write element names from the root, like /rss/channel/item.");
                return steps;
            }
            int colon = name.indexOf(':');
            if (colon > 0 && !namespaces.containsKey(name.substring(0, colon))) {
                String prefix = name.substring(0, colon);
                options.wrong(
                        key,
                        "Tiền tố «" + prefix + "» chưa có trong namespaces.",
                        "The prefix «" + prefix + "» is not among the namespaces.");
            }
        }
        return steps;
    }
}
