package org.iochub.cluster.internal;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a node of the cluster listens.
 *
 * @param port {@link #DEFAULT_PORT} when the configuration names none
 */
record MemberAddress(String host, int port) {
    static final int DEFAULT_PORT = 5701;

    /** Reads {@code host[:port], …}; blank text is no member at all. */
    static List<MemberAddress> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(one -> !one.isBlank())
                .map(MemberAddress::parse)
                .toList();
    }

    private static MemberAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new MemberAddress(text, DEFAULT_PORT);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port < 65536) {
                return new MemberAddress(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence below
        }
        throw new IllegalArgumentException("clusterMembers: «" + text + "» is not host:port");
    }

    /** Whether this machine has the address. */
    boolean isLocal() {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
