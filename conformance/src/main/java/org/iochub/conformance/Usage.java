package org.iochub.conformance;

import org.iochub.model.Text;

/** The command was given something it can do nothing with. */
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Text text;

    private Usage(Text text) {
        super(text.toString());
        this.text = text;
    }

    public static Usage of(String vi, String en) {
        return new Usage(Text.of(vi, en));
    }

    public Text text() {
        return text;
    }
}
