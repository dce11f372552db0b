package org.iochub.cluster.internal;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.HazelcastInstance;
import java.util.IntSummaryStatistics;
import java.util.List;

/** How the embedded member is set up: it talks to nobody who was not named. */
final class MemberConfig {
    static final String NODE = "node";
    private static final String LOOPBACK = "127.0.0.1";

    private MemberConfig() {}

    /**
     * @param members every node of the cluster, this one included; empty for a member that joins nobody
     * @throws IllegalArgumentException when no member is on this machine
     */
    static Config of(String hub, String node, List<MemberAddress> members) {
        Config config = new Config("iochub-" + node)
                .setClusterName("iochub-" + hub)
                .setClassLoader(HazelcastInstance.class.getClassLoader());
        properties(config);
        // Leases and notices are few and small: little is kept ready for them.
        config.setProperty("hazelcast.partition.count", "31");
        config.setProperty("hazelcast.operation.thread.count", "2");
        config.setProperty("hazelcast.operation.generic.thread.count", "2");
        config.setProperty("hazelcast.io.thread.count", "1");
        config.setProperty("hazelcast.event.thread.count", "1");
        config.getMetricsConfig().setEnabled(false);
        config.getMemberAttributeConfig().setAttribute(NODE, node);
        network(config.getNetworkConfig(), members);
        return config;
    }

    private static void properties(Config config) {
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.logging.details.enabled", "false");
        // The hub ends its member itself, after the sources have stopped.
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.socket.client.bind.any", "false");
        config.setProperty("hazelcast.socket.server.bind.any", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.max.wait.seconds.before.join", "2");
        config.setProperty("hazelcast.max.join.seconds", "10");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "10");
        config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "10");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", "10");
    }

    private static void network(NetworkConfig network, List<MemberAddress> members) {
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        network.getInterfaces().setEnabled(true);
        if (members.isEmpty()) {
            // A join method without anybody to join: with none at all Hazelcast warns at every start.
            join.getTcpIpConfig().setEnabled(true);
            network.setPort(0).setPortAutoIncrement(false);
            network.getInterfaces().addInterface(LOOPBACK);
            return;
        }
        List<MemberAddress> here =
                members.stream().filter(MemberAddress::isLocal).toList();
        if (here.isEmpty()) {
            throw new IllegalArgumentException("clusterMembers: none of " + members + " is an address of this machine");
        }
        // Nodes on one machine share the list: each takes the first port of it that is free.
        IntSummaryStatistics ports = here.stream().mapToInt(MemberAddress::port).summaryStatistics();
        network.setPort(ports.getMin())
                .setPortAutoIncrement(ports.getMax() > ports.getMin())
                .setPortCount(ports.getMax() - ports.getMin() + 1);
        here.forEach(address ->
                network.getInterfaces().addInterface(address.host().equals("localhost") ? LOOPBACK : address.host()));
        join.getTcpIpConfig()
                .setEnabled(true)
                .setConnectionTimeoutSeconds(2)
                .setMembers(members.stream().map(MemberAddress::toString).toList());
    }
}
