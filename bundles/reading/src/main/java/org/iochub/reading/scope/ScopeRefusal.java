package org.iochub.reading.scope;

import org.iochub.model.Text;

/** A reader may not have what it asks for, or asks for what is not there; says so in a sentence. */
public final class ScopeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Kind {
        FORBIDDEN,
        NO_SUCH_TYPE,
        BAD_PARAMETER
    }

    private final Kind kind;
    private final String parameter;
    private final transient Text text;

    /** @param parameter the part of the wish that is wrong: {@code type}, {@code area} … */
    public ScopeRefusal(Kind kind, String parameter, Text text) {
        super(text.en());
        this.kind = kind;
        this.parameter = parameter;
        this.text = text;
    }

    public Kind kind() {
        return kind;
    }

    public String parameter() {
        return parameter;
    }

    public Text text() {
        return text;
    }
}
