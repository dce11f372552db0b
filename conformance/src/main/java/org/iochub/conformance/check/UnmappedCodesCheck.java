package org.iochub.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.model.Fault;
import org.iochub.model.Text;

/**
 * The codes of the source that no table translates. All are listed; one that its author does not expect fails.
 */
public final class UnmappedCodesCheck implements Check {
    @Override
    public String id() {
        return "unmapped-codes";
    }

    @Override
    public Text title() {
        return Text.of("Mã chưa dịch được liệt kê", "Codes without a translation are listed");
    }

    @Override
    public Outcome run(Examination examination) {
        List<Finding> listed = new ArrayList<>();
        List<Finding> unexpected = new ArrayList<>();
        for (Examination.Case one : examination.cases()) {
            Set<String> expected = expected(examination, one);
            for (Change change : one.mapped().changes()) {
                faults(change).filter(UnmappedCodesCheck::unmapped).forEach(fault -> {
                    String where = "fixtures/" + one.fixture().file() + " "
                            + change.raw().position();
                    boolean known =
                            expected.contains(fault.code() + "@" + change.raw().position())
                                    || !(change instanceof Change.Refusal);
                    (known ? listed : unexpected).add(new Finding(where, fault.message()));
                });
            }
        }
        return Outcome.of(unexpected, listed);
    }

    private static Stream<Fault> faults(Change change) {
        if (change instanceof Change.Refusal refusal) {
            return Stream.of(refusal.fault());
        }
        return change instanceof Change.Upsert<?> upsert ? upsert.notes().stream() : Stream.empty();
    }

    /** Whether a fault says that a value stands in no table. */
    public static boolean unmapped(Fault fault) {
        String code = fault.code();
        return code.startsWith("unknown-") && !code.equals("unknown-encoding") && !code.equals("unknown-field")
                || code.contains("unmapped");
    }

    private static Set<String> expected(Examination examination, Examination.Case one) {
        Set<String> refused = new HashSet<>();
        try {
            for (JsonNode change :
                    examination.json().read(one.fixture().expected().orElse("[]".getBytes()))) {
                refused.add(change.path("code").asText() + "@"
                        + change.path("position").asText());
            }
        } catch (IOException e) {
            // The check of the fixtures says so.
        }
        return refused;
    }
}
