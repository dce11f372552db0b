package org.iochub.alerts.internal.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.iochub.alerts.internal.rule.World.Certificate;
import org.iochub.alerts.internal.rule.World.Disk;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Trouble;
import org.iochub.model.Text;

/** The rules about the hub itself and what it sends. Pure. */
final class HubRules {
    /** Percent more than the threshold must be free again. */
    private static final double DISK_SLACK = 2;

    private final Thresholds thresholds;
    private final Instant now;

    HubRules(Thresholds thresholds, Instant now) {
        this.thresholds = thresholds;
        this.now = now;
    }

    Observation disk(Disk disk) {
        double free = disk.percent();
        boolean critical = free < thresholds.diskCritical();
        String left = Words.bytes(disk.free()) + ", " + Math.round(free) + " %";
        return Observation.ofHub(
                Rule.DISK_LOW,
                disk.name(),
                Level.of(free < thresholds.diskWarning(), free > thresholds.diskWarning() + DISK_SLACK),
                critical ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                Text.of(
                        "Đĩa chứa " + disk.folder() + " chỉ còn " + left
                                + "; hãy xóa bớt, giảm thời hạn lưu trữ, hoặc thêm đĩa.",
                        "The disk of " + disk.folder() + " has only " + left
                                + " left; remove something, keep the archive for a shorter time, or add a disk."));
    }

    Observation certificate(Certificate certificate) {
        Optional<Duration> left = certificate.expires().map(moment -> Duration.between(now, moment));
        boolean soon = left.filter(span -> span.compareTo(thresholds.certificateWarning()) < 0)
                .isPresent();
        boolean critical = left.filter(span -> span.compareTo(thresholds.certificateCritical()) < 0)
                .isPresent();
        String day = certificate.expires().map(Words::moment).orElse("");
        return Observation.ofHub(
                Rule.CERTIFICATE_EXPIRY,
                certificate.endpoint(),
                Level.of(soon, left.isPresent() && !soon),
                critical ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                Text.of(
                        "Chứng thư TLS của " + certificate.endpoint() + " hết hạn lúc " + day
                                + "; hãy đặt chứng thư mới rồi khởi động lại.",
                        "The TLS certificate of " + certificate.endpoint() + " expires at " + day
                                + "; put a new one in place and restart."));
    }

    Observation store(Optional<Text> trouble) {
        Text why = trouble.orElse(Text.of("", ""));
        return Observation.ofHub(
                Rule.STORE_DOWN,
                "store",
                trouble.isPresent() ? Level.RAISE : Level.CLEAR,
                AlertSeverity.CRITICAL,
                Text.of(
                        "Kho dữ liệu không dùng được, các nguồn phải đợi. " + why.vi()
                                + " Hãy kiểm tra cơ sở dữ liệu, đĩa và tài khoản kết nối.",
                        "The store cannot be used and the sources wait. " + why.en()
                                + " Check the database, the disk and the account."));
    }

    Observation webhook(SubscriptionStatus webhook) {
        var subscription = webhook.subscription();
        int failures = subscription.progress().attempts();
        boolean broken = subscription.state() == DeliveryState.BROKEN;
        boolean failing = subscription.state() == DeliveryState.ACTIVE && failures >= thresholds.webhookFailures();
        Text why = subscription.progress().trouble().map(Trouble::text).orElse(Text.of("", ""));
        return Observation.ofHub(
                Rule.WEBHOOK_DEAD,
                subscription.id(),
                Level.of(broken || failing, !broken && failures == 0 || subscription.state() == DeliveryState.PAUSED),
                broken ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                Text.of(
                        "Webhook «" + subscription.name() + "» không giao được, còn " + webhook.lag()
                                + " vị trí phía sau. " + why.vi() + " Hãy báo bên nhận; xem hub:subscriptions.",
                        "The webhook \"" + subscription.name() + "\" cannot be delivered and is " + webhook.lag()
                                + " positions behind. " + why.en() + " Tell its receiver; see hub:subscriptions."));
    }

    Observation tap(TapStatus tap) {
        boolean broken = tap.state() == DeliveryState.BROKEN;
        boolean waits = tap.state() == DeliveryState.ACTIVE && tap.waiting().isPresent();
        Text why = tap.waiting().orElse(Text.of("", ""));
        return Observation.ofHub(
                Rule.TAP_DEAD,
                tap.name(),
                broken || waits ? Level.RAISE : Level.CLEAR,
                broken ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                Text.of(
                        "Luồng phát «" + tap.name() + "» tới " + tap.target() + " không chạy, còn " + tap.lag()
                                + " vị trí phía sau. " + why.vi() + " Xem hub:taps.",
                        "The tap \"" + tap.name() + "\" to " + tap.target() + " does not run and is " + tap.lag()
                                + " positions behind. " + why.en() + " See hub:taps."));
    }
}
