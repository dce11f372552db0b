package org.iochub.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.DeploymentPlan.Wire;
import org.iochub.core.deploy.Deployments;

@Command(
        scope = "hub",
        name = "deploy-plan",
        description = "Nói trước điều sẽ xảy ra nếu chép tệp vào deploy/ / Says what dropping a file would do",
        detailedDescription =
                "What would start, stop, restart and be refreshed, what the adapter would be wired to, and"
                        + " the verdict with its reason. Changes nothing. FILE is a path on the hub's machine, from HUB_DATA on"
                        + " when it is not absolute.\n\nEXAMPLE\n\n  hub:deploy-plan /tmp/opening-hours.yaml\n"
                        + "  hub:deploy-plan --json /tmp/online-media-1.1.0.jar")
@Service
public final class DeployPlanCommand extends HubCommand {
    @Argument(name = "FILE", description = "Đường dẫn tệp / The file's path", required = true, multiValued = true)
    List<String> words = List.of();

    @Reference(optional = true)
    Deployments deployments;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        Path file = file(argument());
        DeploymentPlan plan;
        try (InputStream content = Files.newInputStream(file)) {
            plan = need(deployments).plan(file.getFileName().toString(), content);
        } catch (java.nio.file.AccessDeniedException e) {
            throw failure(
                    "Không có quyền đọc tệp " + file + ".", "The hub's account may not read the file " + file + ".");
        }
        if (json) {
            out.println(Json.pretty(describe(plan)));
        } else {
            show(plan);
        }
    }

    private static Path file(String word) throws CommandException, IOException {
        try {
            Path file = Path.of(word).toAbsolutePath().normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw failure(
                "Trên máy của hệ thống không có tệp «" + word + "».",
                "There is no file «" + word + "» on the hub's machine.");
    }

    private void show(DeploymentPlan plan) {
        Table sheet = Table.sheet();
        sheet.entry("file", plan.file() + " (" + plan.kind() + ")");
        if (!plan.name().isEmpty()) {
            sheet.entry("name", plan.name());
        }
        if (!plan.adapters().isEmpty()) {
            sheet.entry("adapters", String.join(", ", plan.adapters()));
        }
        sheet.entry("version", plan.now().orElse("-") + " -> " + plan.then().orElse("?"));
        sheet.entry("verdict", plan.accepted() ? "accepted" : "refused");
        sheet.entry("vi", plan.reason().vi());
        sheet.entry("en", plan.reason().en());
        if (plan.accepted()) {
            sheet.entry("starts", listed(plan.starts()));
            sheet.entry("stops", listed(plan.stops()));
            sheet.entry("restarts", listed(plan.restarts()));
            sheet.entry("refreshes", listed(plan.refreshes()));
        }
        wires(plan)
                .forEach((provider, needs) -> sheet.entry(
                        provider.isEmpty() ? "missing" : "wired to",
                        (provider.isEmpty() ? "" : provider + ": ") + needs));
        sheet.print(out);
    }

    /** Many packages come from few bundles. */
    private static Map<String, String> wires(DeploymentPlan plan) {
        return plan.wires().stream()
                .collect(Collectors.groupingBy(
                        wire -> wire.provider().orElse(""),
                        TreeMap::new,
                        Collectors.mapping(
                                wire -> (wire.need() + " " + wire.wanted()).strip(), Collectors.joining(", "))));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    private static Map<String, Object> describe(DeploymentPlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", plan.file());
        document.put("kind", plan.kind());
        document.put("name", plan.name());
        document.put("adapters", plan.adapters());
        Json.put(document, "now", plan.now());
        Json.put(document, "then", plan.then());
        document.put("accepted", plan.accepted());
        document.put("reason", Json.text(plan.reason()));
        document.put("starts", plan.starts());
        document.put("stops", plan.stops());
        document.put("restarts", plan.restarts());
        document.put(
                "wires", plan.wires().stream().map(DeployPlanCommand::describe).toList());
        document.put("refreshes", plan.refreshes());
        return document;
    }

    private static Map<String, Object> describe(Wire wire) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("need", wire.need());
        document.put("wanted", wire.wanted());
        Json.put(document, "provider", wire.provider());
        return document;
    }
}
