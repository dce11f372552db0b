package org.iochub.simulators.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes alerts that an authority might issue; the same for the same seed. */
final class MadeUpAlerts {
    /**
     * A document of the site.
     *
     * @param cap its text
     */
    record Alert(String file, Instant at, String cap) {}

    private record Kind(String category, String event, String headline) {}

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.ofHours(7));
    private static final List<Kind> KINDS = List.of(
            new Kind("Fire", "Cháy", "Cháy kho hàng, người dân tránh khu vực"),
            new Kind("Security", "Gây rối trật tự công cộng", "Tụ tập đua xe trái phép trong đêm"),
            new Kind("Safety", "Sự kiện đông người", "Lễ hội đường phố, hạn chế đi lại"),
            new Kind("Infra", "Sự cố cấp nước", "Vỡ ống nước, mất nước nhiều tuyến phố"));
    private static final List<String> SEVERITIES = List.of("Minor", "Moderate", "Severe", "Extreme");

    private final Random random;
    private final String sender;
    private final Place place;
    private int count;

    MadeUpAlerts(long seed, String tenant, Place place) {
        this.random = new Random(seed);
        this.sender = "anninh@" + tenant + ".example";
        this.place = place;
    }

    /** An alert, often with an update, which names the message before it, and sometimes with a cancellation. */
    List<Alert> story(Instant sent) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        String unit = place.units().get(random.nextInt(place.units().size()));
        String severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
        List<Alert> story = new ArrayList<>();
        String first = id();
        story.add(alert(first, sent, "Actual", "Alert", "", info(kind, severity, unit, sent)));
        if (random.nextInt(3) > 0) {
            String second = id();
            Instant updated = sent.plusSeconds(300);
            story.add(alert(
                    second, updated, "Actual", "Update", reference(first, sent), info(kind, "Minor", unit, sent)));
            if (random.nextInt(2) > 0) {
                String third = id();
                story.add(alert(
                        third,
                        sent.plusSeconds(600),
                        "Actual",
                        "Cancel",
                        reference(second, updated),
                        info(kind, "Minor", unit, sent)));
            }
        }
        return story;
    }

    /** Every kind of dirt once. */
    List<Alert> dirt(Instant sent) {
        Kind kind = KINDS.get(0);
        String info = info(kind, "Severe", place.units().get(0), sent);
        List<Alert> dirt = new ArrayList<>();
        dirt.add(alert(id(), sent, "Exercise", "Alert", "", info));
        dirt.add(alert(id(), sent, "Test", "Alert", "", info));
        dirt.add(alert(id(), sent, "Actual", "Ack", reference("x", sent), ""));
        dirt.add(alert(id(), sent, "Thật", "Alert", "", info));
        dirt.add(alert(id(), sent, "Actual", "Alert", "", info.replace("Severe", "Kinh khủng")));
        dirt.add(alert(id(), sent, "Actual", "Alert", "", info.replace("<circle>", "<circle>1")));
        dirt.add(alert(id(), sent, "Actual", "Alert", "", ""));
        String whole = alert(id(), sent, "Actual", "Alert", "", info).cap();
        dirt.add(new Alert("cut.xml", sent, whole.substring(0, whole.length() / 2)));
        // Its update comes first in the index.
        String late = id();
        String earlier = id();
        dirt.add(alert(
                late, sent.minusSeconds(60), "Actual", "Update", reference(earlier, sent.minusSeconds(120)), info));
        Alert original = alert(earlier, sent.minusSeconds(120), "Actual", "Alert", "", info);
        dirt.add(new Alert(original.file(), sent.plusSeconds(5), original.cap()));
        return dirt;
    }

    private String id() {
        return String.format(Locale.ROOT, "CB-%05d", ++count);
    }

    private String reference(String id, Instant sent) {
        return sender + "," + id + "," + WRITTEN.format(sent);
    }

    private Alert alert(String id, Instant sent, String status, String type, String references, String info) {
        String cap =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">"
                        + "<identifier>" + id + "</identifier><sender>" + sender + "</sender><sent>"
                        + WRITTEN.format(sent)
                        + "</sent><status>" + status + "</status><msgType>" + type + "</msgType><scope>Public</scope>"
                        + (references.isEmpty() ? "" : "<references>" + references + "</references>") + info
                        + "</alert>";
        return new Alert(id + ".xml", sent, cap);
    }

    private String info(Kind kind, String severity, String unit, Instant sent) {
        String rest = "<urgency>Immediate</urgency><severity>" + severity + "</severity><certainty>Observed</certainty>"
                + "<effective>" + WRITTEN.format(sent) + "</effective><expires>"
                + WRITTEN.format(sent.plus(Duration.ofHours(6))) + "</expires>";
        String area = "<area><areaDesc>" + unit + "</areaDesc><circle>"
                + String.format(Locale.ROOT, "%.4f,%.4f", place.latitude(), place.longitude())
                + " 0.5</circle></area>";
        return "<info><language>en-US</language><category>" + kind.category() + "</category><event>Event</event>" + rest
                + "<headline>In English</headline>" + area + "</info><info><language>vi-VN</language><category>"
                + kind.category() + "</category><event>" + kind.event() + "</event>" + rest + "<headline>"
                + kind.headline() + "</headline>" + area + "</info>";
    }
}
