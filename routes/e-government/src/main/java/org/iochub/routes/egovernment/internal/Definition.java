package org.iochub.routes.egovernment.internal;

import java.util.Arrays;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * What is computed. A definition that changes what it counts gets a new version; the old figures keep theirs in the
 * history. README.md has them in words.
 */
enum Definition {
    ON_TIME(
            "egov.dossiers.on-time-rate",
            1,
            Text.of("Tỷ lệ hồ sơ giải quyết đúng hạn", "Share of dossiers handled on time"),
            Text.of("hồ sơ không có ngày hẹn trả nên không được tính", "dossiers without a due day are not counted")),
    ONLINE(
            "egov.dossiers.online-share",
            1,
            Text.of("Tỷ lệ hồ sơ tiếp nhận trực tuyến", "Share of dossiers received online"),
            Text.of(
                    "hồ sơ có hình thức nộp chưa khai trong cấu hình nên không tính là trực tuyến",
                    "dossiers came by a channel the settings do not name and do not count as online")),
    SIGNED(
            "egov.documents.signed-share",
            1,
            Text.of("Tỷ lệ văn bản đi có chữ ký số", "Share of outgoing documents with a digital signature"),
            Text.of(
                    "văn bản không rõ có chữ ký số hay không nên không tính là có",
                    "documents may or may not be signed and do not count as signed"));

    private final String code;
    private final int version;
    private final Text title;
    private final Text unsure;

    Definition(String code, int version, Text title, Text unsure) {
        this.code = code;
        this.version = version;
        this.title = title;
        this.unsure = unsure;
    }

    /** The indicator's code. */
    String code() {
        return code;
    }

    int version() {
        return version;
    }

    /** Code and version as the record carries them. */
    String named() {
        return named(version);
    }

    String named(int ofVersion) {
        return code + "@" + ofVersion;
    }

    Text title() {
        return title;
    }

    /** What to say of records whose data leave it open, behind their number. */
    Text unsure() {
        return unsure;
    }

    static Optional<Definition> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
