package org.iochub.feed.internal.ngsild;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.representation.Accept;

/** Documents in JSON, with the context in a header, or in JSON-LD, with the context within. */
final class Answers {
    private static final String JSON = "application/json";
    private static final String JSON_LD = "application/ld+json";
    private static final List<String> OFFERED = List.of(JSON, JSON_LD);

    private final Vocabulary vocabulary;

    Answers(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String mediaType(String accept) {
        return Accept.choose(accept, OFFERED).orElseThrow(() -> Problems.notAcceptable(OFFERED));
    }

    Response.ResponseBuilder one(String mediaType, Map<String, Object> document) {
        return finished(mediaType, Json.bytes(inContext(mediaType, document)));
    }

    Response.ResponseBuilder list(String mediaType, List<Map<String, Object>> documents) {
        List<Map<String, Object>> list = documents.stream()
                .map(document -> inContext(mediaType, document))
                .toList();
        return finished(mediaType, Json.bytes(list));
    }

    private Map<String, Object> inContext(String mediaType, Map<String, Object> document) {
        if (mediaType.equals(JSON)) {
            return document;
        }
        Map<String, Object> whole = new LinkedHashMap<>(document);
        whole.put("@context", vocabulary.inline());
        return whole;
    }

    private Response.ResponseBuilder finished(String mediaType, byte[] body) {
        Response.ResponseBuilder response =
                Response.ok(body).header(HttpHeaders.CONTENT_TYPE, mediaType).header(HttpHeaders.VARY, "Accept");
        return mediaType.equals(JSON) ? response.header(HttpHeaders.LINK, vocabulary.link()) : response;
    }
}
