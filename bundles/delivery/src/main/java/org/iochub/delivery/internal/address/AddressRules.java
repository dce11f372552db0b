package org.iochub.delivery.internal.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iochub.model.FaultException;

/**
 * Where webhooks may go. Without configuration: https to the public Internet alone, to no address of the hub's own
 * networks. What a name means is looked up for every attempt, every address it gives must be allowed, and the connection
 * goes to the very address that was checked, so that a name which means something else a moment later gains nothing.
 */
public final class AddressRules {
    private static final int LONGEST = 2_000;
    private final List<String> hosts;
    private final List<Network> networks;
    private final boolean http;
    private final HostNames names;

    /**
     * @param hosts names that are allowed, {@code *.example.vn} for all below; none: any public one
     * @param networks internal ranges that are allowed all the same
     * @param http whether addresses without TLS are allowed
     * @throws IllegalArgumentException naming the range that is none
     */
    public AddressRules(List<String> hosts, List<String> networks, boolean http, HostNames names) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        this.networks = networks.stream().map(Network::of).toList();
        this.http = http;
        this.names = names;
    }

    /** An address as far as it can be judged without looking its name up. @throws FaultException {@code bad-address} */
    public URI parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw bad("không phải một địa chỉ web.", "is no web address.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(http && scheme.equals("http"))) {
            throw http
                    ? bad("phải bắt đầu bằng https:// hoặc http://.", "must begin with https:// or http://.")
                    : bad(
                            "phải bắt đầu bằng https://; quản trị viên có thể cho phép http trong org.iochub.delivery.cfg.",
                            "must begin with https://; an administrator can allow http in org.iochub.delivery.cfg.");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty() || text.length() > LONGEST) {
            throw bad(
                    "phải có tên máy, ví dụ https://ioc.example.vn/hub.",
                    "must name a host, such as https://ioc.example.vn/hub.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw bad(
                    "không được chứa tài khoản hay dấu #; người nhận kiểm tra chữ ký thay cho mật khẩu.",
                    "may hold no account and no #; the receiver checks signatures instead of a password.");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw bad("có cổng không tồn tại.", "names a port that cannot be.");
        }
        return uri;
    }

    /**
     * Looks the name up and checks everything it means. May take as long as the machine's name service.
     *
     * @return the address to connect to, and no other
     * @throws FaultException {@code bad-address} when it is not allowed, {@code unknown-host} when the name means nothing
     */
    public InetAddress resolve(URI uri) {
        parse(uri.toString());
        String host = host(uri);
        List<InetAddress> found;
        try {
            found = new ArrayList<>(names.lookup(host));
        } catch (UnknownHostException e) {
            found = List.of();
        }
        if (found.isEmpty()) {
            throw FaultException.of(
                    "unknown-host",
                    "address",
                    "Không tìm thấy máy «" + host + "»; hãy kiểm tra tên máy hoặc DNS.",
                    "The host \"" + host + "\" cannot be found; check its name or the name service.");
        }
        for (InetAddress address : found) {
            check(host, address);
        }
        return found.get(0);
    }

    private void check(String host, InetAddress address) {
        boolean inside = networks.stream().anyMatch(network -> network.contains(address));
        if (!inside && !PublicAddresses.contain(address)) {
            throw bad(
                    "dẫn tới một địa chỉ nội bộ (" + host + "); quản trị viên có thể cho phép mạng đó trong"
                            + " org.iochub.delivery.cfg.",
                    "leads to an internal address (" + host + "); an administrator can allow that network in"
                            + " org.iochub.delivery.cfg.");
        }
        if (!inside && !hosts.isEmpty() && hosts.stream().noneMatch(allowed -> matches(allowed, host))) {
            throw bad(
                    "không thuộc các máy mà quản trị viên cho phép (" + host + ").",
                    "is not among the hosts an administrator allows (" + host + ").");
        }
    }

    private static boolean matches(String allowed, String host) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    /** Without the brackets of IPv6 and a dot at the end. */
    public static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceAll("\\.$", "");
    }

    private static FaultException bad(String vi, String en) {
        return FaultException.of("bad-address", "address", "Địa chỉ nhận " + vi, "The receiver's address " + en);
    }
}
