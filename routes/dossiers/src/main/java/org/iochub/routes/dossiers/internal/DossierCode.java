package org.iochub.routes.dossiers.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/**
 * The code of a dossier: organisation, day, number. Circular 01/2018/TT-VPCP with organisation codes of either
 * generation; sub-units with letters occur ({@code H37.DN.001}).
 */
record DossierCode(String code, OrgCode organisation) {
    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}|[A-Z]\\d{2}(?:\\.(?:\\d{2,3}|[A-Z]{2,3}))*)-\\d{6}-\\d{4,}");

    static DossierCode of(String code, String where) {
        Matcher matcher = SHAPE.matcher(code);
        if (!matcher.matches()) {
            throw FaultException.of(
                    "bad-dossier-code",
                    where,
                    "Mã hồ sơ «" + Shown.of(code) + "» không theo mẫu «000.00.53.H48-250310-0001» hoặc"
                            + " «H48.15-250715-0001»; hãy sửa ở nguồn rồi gửi lại.",
                    "Dossier code «" + Shown.of(code) + "» is neither like «000.00.53.H48-250310-0001» nor like"
                            + " «H48.15-250715-0001»; mend it at the source and send it again.");
        }
        return new DossierCode(code, OrgCode.of(matcher.group(1)));
    }
}
