package org.iochub.conformance.check;

import java.util.ArrayList;
import java.util.List;
import org.iochub.api.Change;
import org.iochub.conformance.Check;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Outcome;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.RecordData;
import org.iochub.model.Text;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;
import org.iochub.model.schema.RecordValidator;

/** Every record is one that the model allows, and survives being written and read. */
final class ValidCheck implements Check {
    private final ModelJson json = new ModelJson();

    @Override
    public String id() {
        return "valid";
    }

    @Override
    public Text title() {
        return Text.of("Mọi bản ghi hợp lệ theo mô hình", "Every record is valid by the model");
    }

    @Override
    public Outcome run(Examination examination) {
        List<Finding> findings = new ArrayList<>();
        for (Examination.Case one : examination.cases()) {
            for (Change change : one.mapped().changes()) {
                String where =
                        "fixtures/" + one.fixture().file() + " " + change.raw().position();
                if (change instanceof Change.Upsert<?> upsert) {
                    faults(upsert).forEach(fault -> findings.add(finding(where, fault)));
                } else if (change instanceof Change.Patch patch) {
                    patch(patch.value()).forEach(fault -> findings.add(finding(where, fault)));
                }
            }
        }
        return Outcome.of(findings);
    }

    private <T extends RecordData> List<Fault> faults(Change.Upsert<T> upsert) {
        List<Fault> faults = Upserts.faults(upsert);
        return faults.isEmpty() ? unread(json.codec(upsert.type()), upsert.data()) : faults;
    }

    @SuppressWarnings("unchecked")
    private List<Fault> patch(Object value) {
        Class<Object> type = (Class<Object>) value.getClass();
        if (!type.isRecord()) {
            return List.of();
        }
        List<Fault> faults = RecordValidator.of(type).validate(value);
        return faults.isEmpty() ? unread(json.codec(type), value) : faults;
    }

    /** What a reader of the feed could not read, or would read as something else. */
    private static <T> List<Fault> unread(RecordCodec<T> codec, T value) {
        try {
            byte[] written = codec.write(value);
            return java.util.Arrays.equals(written, codec.write(codec.read(written)))
                    ? List.of()
                    : List.of(Fault.of(
                            "unstable", "", "Ghi ra rồi đọc lại cho nội dung khác.", "Written and read, it differs."));
        } catch (FaultException e) {
            return List.of(e.fault());
        }
    }

    private static Finding finding(String where, Fault fault) {
        return new Finding(fault.where().isEmpty() ? where : where + " " + fault.where(), fault.message());
    }
}
