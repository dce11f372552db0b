package org.iochub.routes.organizations.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iochub.api.list.ListFile;
import org.iochub.api.list.ListFile.Wrong;
import org.iochub.api.list.ListNormalizer.Mapped;
import org.iochub.api.list.ListRow;
import org.iochub.api.list.ListRules;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area.Successor;
import org.iochub.model.record.Organization;
import org.iochub.model.record.OrganizationBuilder;

/** Rows of a list of organisations, and organisations. */
final class OrganizationRows {
    /** Decision 20/2020/QĐ-TTg: the top code first, sub-units of digits or letters (H48, H48.15, H37.DN.001). */
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]{2,3}){0,4}");
    /** QCVN 102:2016: 000.00.53.H48. */
    private static final Pattern LEGACY = Pattern.compile("[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Z][0-9]{2}");

    private static final String LEGACY_CODE = "legacy_code";
    private static final String AREA = "area";

    private final Areas areas;

    OrganizationRows(Areas areas) {
        this.areas = areas;
    }

    /** Reads a list that is to hold: by every rule. */
    static ListFile read(byte[] text) {
        ListFile sound = rows(text);
        return sound.without(ListRules.check(sound.rows(), List.of()));
    }

    /** Reads what was published, each row alone. */
    static ListFile readPublished(byte[] text) {
        ListFile sound = rows(text);
        return sound.without(ListRules.checkAlone(sound.rows()));
    }

    private static ListFile rows(byte[] text) {
        ListFile list = ListFile.read(text, Optional.empty());
        List<Wrong> wrong = new ArrayList<>();
        for (ListRow row : list.rows()) {
            fault(row).ifPresent(fault -> wrong.add(new Wrong(row.line(), fault)));
        }
        return list.without(wrong);
    }

    private static Optional<Fault> fault(ListRow row) {
        if (!CODE.matcher(row.code()).matches()) {
            return Optional.of(bad(row, "code", row.code(), "H48.15"));
        }
        return Optional.ofNullable(row.more().get(LEGACY_CODE))
                .filter(code -> !LEGACY.matcher(code).matches())
                .map(code -> bad(row, LEGACY_CODE, code, "000.00.15.H48"));
    }

    private static Fault bad(ListRow row, String column, String written, String example) {
        return Fault.of(
                "bad-organisation-code",
                column,
                "Dòng " + row.line() + ": «" + written + "» ở cột " + column + " không phải mã định danh dạng "
                        + example + ".",
                "Line " + row.line() + ": \"" + written + "\" in the column " + column + " is no code like " + example
                        + ".");
    }

    Mapped<Organization> record(ListRow row, List<Successor> predecessors) {
        List<Fault> notes = new ArrayList<>();
        Optional<String> code = Optional.ofNullable(row.more().get(AREA));
        Organization organization = OrganizationBuilder.builder()
                .organCode(row.code())
                .legacyCode(Optional.ofNullable(row.more().get(LEGACY_CODE)))
                .name(row.name())
                .level(row.level())
                .parent(row.parent())
                .areaCode(code)
                .validFrom(row.from())
                .validTo(row.to())
                .successors(codes(row.successors()))
                .predecessors(codes(predecessors))
                .build();
        return new Mapped<>(organization, code.flatMap(written -> area(written, row, notes)), notes);
    }

    /** An area's code means the unit that bore it on the organisation's first day. */
    private Optional<AreaRef> area(String code, ListRow row, List<Fault> notes) {
        try {
            return Optional.of(areas.require(code, row.from()));
        } catch (FaultException e) {
            notes.add(e.fault());
            return Optional.empty();
        }
    }

    private static List<String> codes(List<Successor> units) {
        return units.stream().map(Successor::code).distinct().sorted().toList();
    }
}
