package org.iochub.shell.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;

@Command(
        scope = "hub",
        name = "taps",
        description =
                "Luồng ra Kafka, MQTT: liệt kê, tạm dừng, gửi tiếp, gửi lại / Taps to Kafka and MQTT: lists, pauses,"
                        + " resumes, rewinds",
        detailedDescription = "One tap is one file org.iochub.tap-NAME.cfg in etc/.\n\nEXAMPLE\n\n"
                + "  hub:taps\n"
                + "  hub:taps --pause platform\n"
                + "  hub:taps --rewind platform --after oldest")
@Service
public final class TapsCommand extends HubCommand {
    @Option(name = "--pause", description = "Tạm dừng tap có tên này / Pauses the tap of this name")
    @Completion(TapNames.class)
    String pause;

    @Option(name = "--resume", description = "Gửi tiếp / Goes on with the tap of this name")
    @Completion(TapNames.class)
    String resume;

    @Option(name = "--rewind", description = "Gửi lại từ --after / Sends again from --after")
    @Completion(TapNames.class)
    String rewind;

    @Option(name = "--after", description = "Con trỏ, oldest, newest / A cursor, oldest or newest")
    String after;

    @Reference(optional = true)
    Taps taps;

    @Override
    void run() throws Exception {
        need(taps);
        DeliverySwitch wanted = DeliverySwitch.of(pause, resume, rewind, after);
        wanted.pause().ifPresent(taps::pause);
        wanted.resume().ifPresent(taps::resume);
        wanted.rewind().ifPresent(name -> taps.rewind(name, after));
        wanted.named().values().forEach(name -> changed(name, wanted.named()));
        List<TapStatus> all = taps.list();
        if (json) {
            out.println(Json.pretty(
                    Map.of("taps", all.stream().map(TapsCommand::describe).toList())));
            return;
        }
        Table table = Table.of("name", "kind", "state", "lag", "last ok", "records", "failures");
        Instant now = Instant.now();
        for (TapStatus one : all) {
            table.row(
                    one.name(),
                    one.kind(),
                    one.state().wireName() + (one.waiting().isPresent() ? ", waits" : ""),
                    one.lag(),
                    Times.age(one.lastSuccess(), now),
                    one.delivered(),
                    one.failures());
        }
        table.print(out);
        for (TapStatus one : all) {
            one.waiting().ifPresent(why -> {
                out.println();
                out.println(one.name() + ":");
                Table.sheet().entry("vi", why.vi()).entry("en", why.en()).print(out);
            });
        }
    }

    private static Map<String, Object> describe(TapStatus one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", one.name());
        document.put("kind", one.kind());
        document.put("target", one.target());
        document.put("state", one.state().wireName());
        Json.put(document, "cursor", one.cursor());
        document.put("lag", one.lag());
        Json.put(document, "lastSuccessAt", one.lastSuccess());
        one.waiting().ifPresent(why -> document.put("waiting", Json.text(why)));
        document.put("records", one.delivered());
        document.put("failures", one.failures());
        return document;
    }
}
