package org.iochub.feed.internal.representation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms in which a list of versions can be had. */
public enum Format {
    JSON("json", "application/cloudevents-batch+json", "application/cloudevents-batch+json; charset=utf-8"),
    /** The same for clients that only ask for JSON. */
    PLAIN_JSON("", "application/json", "application/json"),
    NDJSON("ndjson", "application/x-ndjson", "application/x-ndjson"),
    CSV("csv", "text/csv", "text/csv; charset=utf-8; header=present"),
    GEOJSON("geojson", "application/geo+json", "application/geo+json");

    private final String parameter;
    private final String mediaType;
    private final String contentType;

    Format(String parameter, String mediaType, String contentType) {
        this.parameter = parameter;
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String contentType() {
        return contentType;
    }

    static Optional<Format> named(String parameter) {
        return Arrays.stream(values())
                .filter(format -> !parameter.isEmpty() && format.parameter.equals(parameter))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(format -> format.parameter)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
