package org.iochub.declarative.internal.yaml;

import org.iochub.model.Text;

/** The text is no YAML that the hub reads. */
public final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Place place;
    private final transient Text text;

    YamlException(Place place, Text text) {
        super(text.en());
        this.place = place;
        this.text = text;
    }

    YamlException(Place place, String vi, String en) {
        this(place, Text.of(vi, en));
    }

    public Place place() {
        return place;
    }

    public Text text() {
        return text;
    }
}
