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
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;

@Command(
        scope = "hub",
        name = "subscriptions",
        description = "Webhook: liệt kê, tạm dừng, gửi tiếp, gửi lại / Webhooks: lists, pauses, resumes, rewinds",
        detailedDescription =
                "Lag is how many places of the log were not acknowledged yet. Webhooks are made over HTTP, by the key that"
                        + " reads.\n\nEXAMPLE\n\n"
                        + "  hub:subscriptions\n"
                        + "  hub:subscriptions --pause s3f9a2b1c0d4\n"
                        + "  hub:subscriptions --rewind s3f9a2b1c0d4 --after oldest")
@Service
public final class SubscriptionsCommand extends HubCommand {
    @Option(name = "--pause", description = "Tạm dừng đăng ký có mã này / Pauses the one with this id")
    @Completion(SubscriptionIds.class)
    String pause;

    @Option(name = "--resume", description = "Gửi tiếp / Goes on with the one with this id")
    @Completion(SubscriptionIds.class)
    String resume;

    @Option(name = "--rewind", description = "Gửi lại từ --after / Delivers again from --after")
    @Completion(SubscriptionIds.class)
    String rewind;

    @Option(name = "--after", description = "Con trỏ, oldest, newest / A cursor, oldest or newest")
    String after;

    @Reference(optional = true)
    Subscriptions subscriptions;

    @Override
    void run() throws Exception {
        need(subscriptions);
        DeliverySwitch wanted = DeliverySwitch.of(pause, resume, rewind, after);
        wanted.pause().ifPresent(subscriptions::pause);
        wanted.resume().ifPresent(subscriptions::resume);
        wanted.rewind().ifPresent(id -> subscriptions.rewind(id, after));
        wanted.named().values().forEach(id -> changed(id, wanted.named()));
        List<SubscriptionStatus> all = subscriptions.list();
        if (json) {
            out.println(Json.pretty(Map.of(
                    "subscriptions",
                    all.stream().map(SubscriptionsCommand::describe).toList())));
            return;
        }
        Table table = Table.of("id", "name", "state", "lag", "last ok", "failures");
        Instant now = Instant.now();
        for (SubscriptionStatus one : all) {
            table.row(
                    one.subscription().id(),
                    Table.cut(one.subscription().name(), 20),
                    one.subscription().state().wireName(),
                    one.lag(),
                    Times.age(one.subscription().progress().lastSuccess(), now),
                    one.subscription().progress().attempts());
        }
        table.print(out);
        for (SubscriptionStatus one : all) {
            one.subscription().progress().trouble().ifPresent(trouble -> {
                out.println();
                out.println(one.subscription().id() + ":");
                Table.sheet()
                        .entry("vi", trouble.text().vi())
                        .entry("en", trouble.text().en())
                        .print(out);
            });
        }
    }

    private static Map<String, Object> describe(SubscriptionStatus status) {
        Subscription one = status.subscription();
        Progress progress = one.progress();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", one.id());
        document.put("owner", one.owner());
        document.put("name", one.name());
        document.put("address", one.address().toString());
        document.put("type", one.filter().type());
        document.put("state", one.state().wireName());
        document.put("circuit", status.circuit());
        document.put("cursor", status.cursor());
        document.put("lag", status.lag());
        document.put("attempts", progress.attempts());
        Json.put(document, "lastSuccessAt", progress.lastSuccess());
        progress.trouble().ifPresent(trouble -> {
            document.put("lastErrorAt", trouble.at().toString());
            document.put("lastError", Json.text(trouble.text()));
        });
        Json.put(document, "nextAttemptAt", progress.nextAttempt());
        return document;
    }
}
