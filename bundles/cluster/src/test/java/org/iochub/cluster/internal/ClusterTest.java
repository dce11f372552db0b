package org.iochub.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real members on loopback. */
class ClusterTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private final Deque<Node> nodes = new ArrayDeque<>();

    /** One hub's worth of cluster services. */
    private record Node(Grid grid, ClusterFeedBell bell, ClusterLeases leases) {
        void stop() {
            bell.stop();
            try {
                leases.stop();
                grid.stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void stopAll() {
        nodes.forEach(Node::stop);
    }

    private Node node(String members) {
        Grid grid = new Grid(Map.of("id", "test", "clusterMembers", members));
        Node node = new Node(grid, new ClusterFeedBell(grid), new ClusterLeases(grid, Duration.ofSeconds(3)));
        nodes.push(node);
        return node;
    }

    private static String twoFreePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + one.getLocalPort() + ",127.0.0.1:" + two.getLocalPort();
        }
    }

    private static void awaitSize(Node node, int size) {
        await().atMost(LONG)
                .until(() -> node.grid()
                        .member()
                        .map(instance -> instance.getCluster().getMembers().size())
                        .filter(found -> found == size)
                        .isPresent());
    }

    @Test
    void aNodeAloneGrantsAtOnceAndItsMemberListensOnLoopbackOnly() {
        Node alone = node("");
        List<String> told = new CopyOnWriteArrayList<>();
        alone.leases().request("a", () -> told.add("granted"), () -> told.add("lost"));
        await().atMost(LONG).until(() -> told.equals(List.of("granted")));
        awaitSize(alone, 1);
        HazelcastInstance member = alone.grid().member().orElseThrow();
        var address = member.getCluster().getLocalMember().getSocketAddress();
        assertThat(address.getAddress().isLoopbackAddress()).isTrue();
        assertThat(address.getPort()).isPositive();
    }

    @Test
    void ringsAndLeasesCrossBetweenTwoNodes() throws Exception {
        String members = twoFreePorts();
        Node first = node(members);
        awaitSize(first, 1);
        first.bell().ring(41);
        List<String> atFirst = new CopyOnWriteArrayList<>();
        first.leases().request("a", () -> atFirst.add("granted"), () -> atFirst.add("lost"));
        await().atMost(LONG).until(() -> atFirst.equals(List.of("granted")));

        Node second = node(members);
        awaitSize(second, 2);
        // The newcomer is told where the log stands, and of every later ring.
        assertThat(second.bell().await(40, LONG)).isTrue();
        first.bell().ring(42);
        assertThat(second.bell().await(41, LONG)).isTrue();
        second.bell().ring(43);
        assertThat(first.bell().await(42, LONG)).isTrue();

        List<String> atSecond = new CopyOnWriteArrayList<>();
        second.leases().request("a", () -> atSecond.add("granted"), () -> atSecond.add("lost"));
        second.leases().request("b", () -> atSecond.add("b"), () -> atSecond.add("lost b"));
        await().atMost(LONG).until(() -> atSecond.equals(List.of("b")));

        first.leases().release("a");
        await().atMost(LONG).until(() -> atSecond.equals(List.of("b", "granted")));
        assertThat(atFirst).containsExactly("granted");
    }

    @Test
    void whatAVanishedNodeHeldGoesToTheOther() throws Exception {
        String members = twoFreePorts();
        Node first = node(members);
        List<String> atFirst = new CopyOnWriteArrayList<>();
        first.leases().request("a", () -> atFirst.add("granted"), () -> atFirst.add("lost"));
        await().atMost(LONG).until(() -> atFirst.equals(List.of("granted")));
        Node second = node(members);
        awaitSize(second, 2);
        List<String> atSecond = new CopyOnWriteArrayList<>();
        second.leases().request("a", () -> atSecond.add("granted"), () -> atSecond.add("lost"));

        first.grid().member().orElseThrow().getLifecycleService().terminate();

        await().atMost(LONG).until(() -> atSecond.equals(List.of("granted")));
        // The node that lost its member goes on by itself; the store's fencing token tells it when it is outdated.
        first.bell().ring(9);
        assertThat(first.bell().heard()).isEqualTo(9);
        assertThat(atFirst).containsExactly("granted");
    }

    @Test
    void aLeaseAnotherNodeTookIsLost() {
        Node node = node("127.0.0.1:" + freePort());
        List<String> told = new CopyOnWriteArrayList<>();
        node.leases().request("a", () -> told.add("granted"), () -> told.add("lost"));
        await().atMost(LONG).until(() -> told.equals(List.of("granted")));
        // As after the healing of a split, when the other side's entry was kept.
        node.grid().member().orElseThrow().getMap(LeaseTable.MAP).set("a", "another");
        await().atMost(LONG).until(() -> told.equals(List.of("granted", "lost")));
    }

    @Test
    void membersThatMakeNoSenseLeaveTheNodeWorkingAlone() {
        Node node = node("203.0.113.7:5701");
        List<String> told = new CopyOnWriteArrayList<>();
        node.leases().request("a", () -> told.add("granted"), () -> told.add("lost"));
        await().atMost(LONG).until(() -> told.equals(List.of("granted")));
    }

    @Test
    void anUnrelatedChangeOfTheHubsConfigurationKeepsTheMember() {
        Node node = node("");
        awaitSize(node, 1);
        HazelcastInstance before = node.grid().member().orElseThrow();
        node.grid().modified(Map.of("id", "test", "clusterMembers", "", "port", "8182"));
        assertThat(node.grid().member()).containsSame(before);
    }

    private static int freePort() {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return one.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
