package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.Deployments;

@Command(
        scope = "hub",
        name = "deployments",
        description = "Kết quả kiểm tra các tệp trong deploy/ / The verdicts on the files in deploy/",
        detailedDescription =
                "The last verdict on every file, and refusals of the last day with their reasons. Sources that are part"
                        + " of the distribution are marked «shipped».\n\n"
                        + "EXAMPLE\n\n  hub:deployments\n  hub:deployments --json")
@Service
public final class DeploymentsCommand extends HubCommand {
    @Reference(optional = true)
    Deployments deployments;

    @Override
    void run() throws Exception {
        List<Deployment> all = need(deployments).list();
        if (json) {
            out.println(Json.pretty(Map.of(
                    "deployments",
                    all.stream().map(DeploymentsCommand::describe).toList())));
            return;
        }
        Table table = Table.of("file", "verdict", "running", "at");
        for (Deployment one : all) {
            table.row(
                    one.file(),
                    new Table.Coloured(
                            (one.accepted() ? "accepted" : "refused") + (one.shipped() ? " (shipped)" : ""),
                            one.accepted() ? Table.Colour.GOOD : Table.Colour.BAD),
                    one.running().orElse("-"),
                    Times.brief(one.at()));
        }
        show(table);
        for (Deployment one : all) {
            if (!one.accepted()) {
                out.println();
                out.println(one.file() + ":");
                Table.sheet()
                        .entry("vi", one.reason().vi())
                        .entry("en", one.reason().en())
                        .print(out);
            }
        }
    }

    private static Map<String, Object> describe(Deployment one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", one.file());
        document.put("at", one.at().toString());
        document.put("shipped", one.shipped());
        document.put("accepted", one.accepted());
        document.put("reason", Json.text(one.reason()));
        document.put("adapters", one.adapters());
        Json.put(document, "version", one.version());
        Json.put(document, "running", one.running());
        document.put("sha256", one.sha256());
        return document;
    }
}
