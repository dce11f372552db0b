package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.cluster.ClusterView;
import org.iochub.core.cluster.ClusterView.Node;

@Command(
        scope = "hub",
        name = "cluster",
        description = "Các nút của hub / The hub's nodes",
        detailedDescription = "A hub of one process runs alone and says so; HUB_CLUSTER_MEMBERS names the others.\n\n"
                + "EXAMPLE\n\n  hub:cluster\n  hub:cluster --json")
@Service
public final class ClusterCommand extends HubCommand {
    @Reference(optional = true)
    ClusterView cluster;

    @Override
    void run() throws Exception {
        List<Node> nodes = need(cluster).nodes();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("clustered", cluster.expected());
            document.put("nodes", nodes.stream().map(ClusterCommand::describe).toList());
            out.println(Json.pretty(document));
            return;
        }
        Table table = Table.of("node", "address", "here");
        nodes.forEach(node -> table.row(node.name(), node.address().isEmpty() ? "-" : node.address(), here(node)));
        show(table);
        if (!cluster.expected()) {
            say(
                    "Hub chạy một mình: chưa khai nút nào khác (HUB_CLUSTER_MEMBERS).",
                    "The hub runs alone: no other node is configured (HUB_CLUSTER_MEMBERS).");
        } else if (nodes.size() == 1) {
            say(
                    "Đã khai các nút khác nhưng hiện chỉ có nút này; hãy xem mạng và nhật ký của chúng.",
                    "Other nodes are configured, but this one is the only one here; look at the network and their logs.");
        }
    }

    private static String here(Node node) {
        return node.here() ? "*" : "";
    }

    private static Map<String, Object> describe(Node node) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", node.name());
        document.put("address", node.address());
        document.put("here", node.here());
        return document;
    }
}
