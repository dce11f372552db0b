package org.iochub.delivery.internal.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public Internet: all others are some network's inside, where a hub must not knock. */
final class PublicAddresses {
    /** Loopback, private, shared, link-local (metadata services), documentation, benchmarks, multicast, reserved. */
    private static final List<Network> NOT_PUBLIC_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::of)
            .toList();

    private static final Network GLOBAL_6 = Network.of("2000::/3");
    /** Within the global range: those that carry an IPv4 address inside, and documentation. */
    private static final List<Network> NOT_PUBLIC_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        boolean ipv4 =
                address instanceof Inet4Address || Network.of("0.0.0.0/0").contains(address);
        List<Network> excluded = ipv4 ? NOT_PUBLIC_4 : NOT_PUBLIC_6;
        return (ipv4 || GLOBAL_6.contains(address))
                && excluded.stream().noneMatch(network -> network.contains(address));
    }
}
