package org.iochub.routes.documents.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of an envelope with its text and what stands in it. Namespaces are left out: both generations of edXML use
 * their own, and some systems none.
 */
record XmlNode(String name, String text, List<XmlNode> children) {
    XmlNode {
        children = List.copyOf(children);
    }

    /** Down the path of child elements; at each step the first that bears the name. */
    Optional<XmlNode> at(String... path) {
        Optional<XmlNode> here = Optional.of(this);
        for (String step : path) {
            here = here.flatMap(node -> node.children.stream()
                    .filter(child -> child.name.equals(step))
                    .findFirst());
        }
        return here;
    }

    /** All child elements of that name. */
    List<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    /** The first element of that name at any depth, this one included. */
    Optional<XmlNode> anywhere(String wanted) {
        return everywhere(wanted).stream().findFirst();
    }

    /** Every element of that name at any depth, in document order. */
    List<XmlNode> everywhere(String wanted) {
        List<XmlNode> found = new ArrayList<>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<XmlNode> found) {
        if (name.equals(wanted)) {
            found.add(this);
        }
        children.forEach(child -> child.collect(wanted, found));
    }
}
