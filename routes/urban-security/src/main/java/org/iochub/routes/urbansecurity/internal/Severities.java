package org.iochub.routes.urbansecurity.internal;

import java.util.List;
import java.util.Map;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.Severity;

/** The shared severity of an {@code info}: its severity, one step lower for what is unlikely or past. */
final class Severities {
    private static final CodeMap<Severity> SEVERITY = CodeMap.of(
            "severity",
            Map.of(
                    "Extreme", Severity.CRITICAL,
                    "Severe", Severity.HIGH,
                    "Moderate", Severity.MEDIUM,
                    "Minor", Severity.LOW,
                    "Unknown", Severity.INFORMATIONAL));
    private static final CodeMap<Boolean> URGENCY = CodeMap.of(
            "urgency", Map.of("Immediate", false, "Expected", false, "Future", false, "Unknown", false, "Past", true));
    private static final CodeMap<Boolean> CERTAINTY = CodeMap.of(
            "certainty",
            Map.of(
                    "Observed", false,
                    // CAP 1.0 said so, and some still do.
                    "Very Likely", false,
                    "Likely", false,
                    "Possible", false,
                    "Unknown", false,
                    "Unlikely", true));

    private Severities() {}

    /** @throws org.iochub.model.FaultException {@code unknown-code}, {@code missing-field} */
    static Severity of(XmlElement info, List<Fault> notes) {
        String written = CapFields.required(info, "severity");
        Severity severity = SEVERITY.require(written);
        if (written.equals("Unknown")) {
            notes.add(Fault.of(
                    "severity-unknown",
                    "severity",
                    "Nguồn không biết mức độ nghiêm trọng; tạm xếp mức thông tin.",
                    "The source does not know the severity; it counts as informational."));
        }
        boolean lower = URGENCY.require(CapFields.required(info, "urgency"))
                | CERTAINTY.require(CapFields.required(info, "certainty"));
        return lower && severity != Severity.INFORMATIONAL ? Severity.values()[severity.ordinal() - 1] : severity;
    }
}
