package org.iochub.model.code;

import java.util.Locale;
import org.iochub.model.Text;

/** A closed list of codes of the shared model, implemented by enums. */
public interface CodeList {
    /** As it stands on the wire. */
    String code();

    Text title();

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
