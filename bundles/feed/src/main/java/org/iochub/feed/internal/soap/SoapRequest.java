package org.iochub.feed.internal.soap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An operation and what it was given.
 *
 * @param purpose of the reading, from the HTTP header of that name
 */
record SoapRequest(String operation, Map<String, List<String>> values, Optional<String> purpose) {
    private static final Set<String> FILTERS =
            Set.of("type", "after", "limit", "source", "tenant", "area", "since", "major");
    private static final Map<String, Set<String>> KNOWN = Map.of(
            Soap.LIST_TYPES,
            Set.of(),
            Soap.READ_FEED,
            FILTERS,
            Soap.READ_RECORDS,
            FILTERS,
            Soap.GET_RECORD,
            Set.of("type", "id"));

    static SoapRequest of(Element body, Optional<String> purpose) {
        if (!Soap.NAMESPACE.equals(body.getNamespaceURI()) || !Soap.OPERATIONS.contains(body.getLocalName())) {
            throw Problem.of(
                            400,
                            "unknown-operation",
                            "Không có thao tác «" + Problems.shown(body.getLocalName())
                                    + "» trong không gian tên này; xem " + Soap.PATH + "?wsdl.",
                            "There is no operation \"" + Problems.shown(body.getLocalName())
                                    + "\" of this namespace; see " + Soap.PATH + "?wsdl.")
                    .raised();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Node child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                values.computeIfAbsent(element.getLocalName(), name -> new ArrayList<>())
                        .add(element.getTextContent().strip());
            }
        }
        SoapRequest request = new SoapRequest(body.getLocalName(), values, purpose);
        request.params().allow(KNOWN.get(request.operation));
        return request;
    }

    Params params() {
        return new Params(values);
    }

    Optional<String> first(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    String required(String name) {
        return params().one(name)
                .orElseThrow(() -> Problems.badParameter(
                        name, "Thiếu phần tử " + name + ".", "The element " + name + " is missing."));
    }
}
