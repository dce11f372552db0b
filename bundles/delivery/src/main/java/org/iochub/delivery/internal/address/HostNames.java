package org.iochub.delivery.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up. May take long. */
@FunctionalInterface
public interface HostNames {
    List<InetAddress> lookup(String host) throws UnknownHostException;

    /** As the machine does. */
    static HostNames system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
