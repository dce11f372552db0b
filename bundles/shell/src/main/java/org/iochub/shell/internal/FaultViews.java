package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.text.FreeTextMask;

/** Faults with what they quote masked. */
final class FaultViews {
    private FaultViews() {}

    static Map<String, Object> json(Fault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", fault.code());
        document.put("where", fault.where());
        document.put("message", Json.text(masked(fault.message())));
        return document;
    }

    static Text masked(Text text) {
        return Text.of(FreeTextMask.mask(text.vi()), FreeTextMask.mask(text.en()));
    }
}
