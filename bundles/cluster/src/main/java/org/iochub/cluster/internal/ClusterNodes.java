package org.iochub.cluster.internal;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iochub.core.cluster.ClusterView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The grid's members, as people see them. */
@Component(service = ClusterView.class)
public final class ClusterNodes implements ClusterView {
    private final Grid grid;

    @Activate
    public ClusterNodes(@Reference Grid grid) {
        this.grid = grid;
    }

    @Override
    public boolean expected() {
        return grid.clustered();
    }

    @Override
    public List<Node> nodes() {
        Optional<HazelcastInstance> member = grid.member();
        if (!grid.clustered() || member.isEmpty()) {
            return List.of(new Node(grid.node(), "", true));
        }
        try {
            return member.get().getCluster().getMembers().stream()
                    .map(this::node)
                    .sorted(Comparator.comparing(Node::here).reversed().thenComparing(Node::name))
                    .toList();
        } catch (HazelcastInstanceNotActiveException e) {
            return List.of(new Node(grid.node(), "", true));
        }
    }

    private Node node(Member member) {
        String address =
                member.getAddress().getHost() + ":" + member.getAddress().getPort();
        String name =
                Optional.ofNullable(member.getAttribute(MemberConfig.NODE)).orElse(address);
        return new Node(name, address, member.localMember());
    }
}
