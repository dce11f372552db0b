package org.iochub.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberConfigTest {
    @Test
    void withoutMembersItJoinsNobodyAndStaysOnLoopback() {
        Config config = MemberConfig.of("hub", "hub-1", List.of());
        var network = config.getNetworkConfig();
        assertThat(network.getPort()).isZero();
        assertThat(network.getInterfaces().isEnabled()).isTrue();
        assertThat(network.getInterfaces().getInterfaces()).containsExactly("127.0.0.1");
        assertThat(network.getJoin().getMulticastConfig().isEnabled()).isFalse();
        assertThat(network.getJoin().getAutoDetectionConfig().isEnabled()).isFalse();
        assertThat(network.getJoin().getTcpIpConfig().getMembers()).isEmpty();
        assertThat(network.getJoin().getTcpIpConfig().getRequiredMember()).isNull();
        assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
        assertThat(config.getProperty("hazelcast.socket.bind.any")).isEqualTo("false");
    }

    @Test
    void nodesOnOneMachineShareAListOfPorts() {
        Config config = MemberConfig.of("hub", "hub-1", MemberAddress.list("127.0.0.1:5901, 127.0.0.1:5902"));
        assertThat(config.getNetworkConfig().getPort()).isEqualTo(5901);
        assertThat(config.getNetworkConfig().getPortCount()).isEqualTo(2);
        assertThat(config.getNetworkConfig().getJoin().getTcpIpConfig().getMembers())
                .containsExactly("127.0.0.1:5901", "127.0.0.1:5902");
    }

    @Test
    void aListWithoutThisMachineOrWithoutSenseIsRefused() {
        assertThatThrownBy(() -> MemberConfig.of("hub", "hub-1", MemberAddress.list("203.0.113.7:5701")))
                .hasMessageContaining("203.0.113.7");
        assertThatThrownBy(() -> MemberAddress.list("127.0.0.1:port")).hasMessageContaining("host:port");
    }
}
