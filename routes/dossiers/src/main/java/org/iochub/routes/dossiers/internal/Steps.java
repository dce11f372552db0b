package org.iochub.routes.dossiers.internal;

import java.util.List;
import java.util.OptionalInt;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.RecordTypes;

/** A step of handling, for the dossier it names. Who handled it and what they wrote is not read. */
final class Steps {
    private final StatusMap statuses;

    Steps(StatusMap statuses) {
        this.statuses = statuses;
    }

    Change of(Fields fields, RawPart raw) {
        DossierCode code = DossierCode.of(fields.required("MaHoSo"), "MaHoSo");
        String status = fields.required("TrangThai");
        Dossier.Step step = new Dossier.Step(
                OptionalInt.empty(),
                fields.requiredTime("ThoiDiemXuLy"),
                statuses.of(status, "TrangThai"),
                status,
                fields.text("PhongBanXuLy"),
                fields.due("NgayKetThucTheoQuyDinh"));
        return new Change.Patch(RecordTypes.DOSSIER, List.of(code.code()), "steps", step, raw);
    }
}
