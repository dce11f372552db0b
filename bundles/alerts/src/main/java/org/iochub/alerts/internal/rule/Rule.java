package org.iochub.alerts.internal.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.iochub.model.Text;

/** What can be wrong. Each has its page in the runbook. */
public enum Rule {
    SOURCE_STALE("Nguồn im lặng", "Source is silent"),
    SOURCE_FAILING("Nguồn lỗi", "Source fails"),
    SOURCE_FLOODING("Nguồn gửi dồn dập", "Source floods"),
    QUARANTINE_GROWING("Cách ly tăng nhanh", "Quarantine grows"),
    DISK_LOW("Đĩa sắp đầy", "Disk space is low"),
    CERTIFICATE_EXPIRY("Chứng thư sắp hết hạn", "Certificate expires"),
    STORE_DOWN("Kho dữ liệu ngừng", "Store is down"),
    WEBHOOK_DEAD("Webhook không nhận", "Webhook is dead"),
    TAP_DEAD("Luồng phát không chạy", "Tap is dead"),
    ARCHIVE_GAP("Kho gốc bị hổng", "Archive has a gap");

    private final Text title;

    Rule(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    public Text title() {
        return title;
    }

    /** Kebab-case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }
}
