package org.iochub.delivery.internal.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    private static final AddressRules USUAL = rules(List.of(), List.of(), false, HostNames.system());

    private static AddressRules rules(List<String> hosts, List<String> networks, boolean http, HostNames names) {
        return new AddressRules(hosts, networks, http, names);
    }

    private static HostNames meaning(String... addresses) {
        return host -> Arrays.stream(addresses)
                .map(address -> {
                    try {
                        return InetAddress.getByName(address);
                    } catch (UnknownHostException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.9.8.7:8443/x",
                "https://[::1]/",
                "https://[::]/",
                "https://0.0.0.0/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fe80::1]/",
                "https://[fd00:ec2::254]/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[ff02::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://localhost/",
                "https://localhost./",
                "http://ioc.example.vn/",
                "ftp://ioc.example.vn/",
                "file:///etc/passwd",
                "https:///hub",
                "https:ioc",
                "https://user:pass@ioc.example.vn/",
                "https://ioc.example.vn/#x",
                "https://ioc.example.vn:0/",
                "https://ioc.example.vn:70000/",
                "//ioc.example.vn/",
                "hub",
                ""
            })
    void theHubDoesNotKnockAtItsOwnNetworks(String address) {
        assertThatThrownBy(() -> USUAL.resolve(USUAL.parse(address)))
                .isInstanceOf(FaultException.class)
                .satisfies(thrown ->
                        assertThat(((FaultException) thrown).fault().code()).isIn("bad-address", "unknown-host"));
    }

    /** Whatever a machine's resolver makes of odd spellings, what it makes of them is checked. */
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.168.0.1", "::1", "::ffff:192.168.0.1", "169.254.169.254", "fc00::1"})
    void aNameThatMeansAnInternalAddressIsRefused(String meant) {
        AddressRules rules = rules(List.of(), List.of(), false, meaning(meant));
        assertThatThrownBy(() -> rules.resolve(URI.create("https://harmless.example.vn/")))
                .hasMessageContaining("internal address");
    }

    @Test
    void oneInternalAddressAmongOthersIsEnough() {
        AddressRules rules = rules(List.of(), List.of(), false, meaning("9.9.9.9", "10.0.0.1"));
        assertThatThrownBy(() -> rules.resolve(URI.create("https://harmless.example.vn/")))
                .hasMessageContaining("internal address");
    }

    @Test
    void publicAddressesPass() throws Exception {
        AddressRules rules = rules(List.of(), List.of(), false, meaning("9.9.9.9"));
        assertThat(rules.resolve(URI.create("https://ioc.example.vn:8443/hub?x=1")))
                .isEqualTo(InetAddress.getByName("9.9.9.9"));
        assertThat(USUAL.resolve(URI.create("https://[2606:4700::1111]/")))
                .isEqualTo(InetAddress.getByName("2606:4700::1111"));
    }

    @Test
    void anAdministratorOpensNetworksAndNarrowsHosts() {
        AddressRules inside = rules(List.of(), List.of("10.20.0.0/16", "fd00::/8"), true, meaning("10.20.3.4"));
        assertThat(inside.resolve(URI.create("http://ioc.local:8080/"))).isNotNull();
        assertThatThrownBy(() -> rules(List.of(), List.of("10.20.0.0/16"), true, meaning("10.21.0.1"))
                        .resolve(URI.create("http://ioc.local/")))
                .hasMessageContaining("internal address");
        AddressRules narrow = rules(List.of("ioc.example.vn", "*.gov.vn"), List.of(), false, meaning("9.9.9.9"));
        assertThat(narrow.resolve(URI.create("https://IOC.example.vn/"))).isNotNull();
        assertThat(narrow.resolve(URI.create("https://a.b.gov.vn/"))).isNotNull();
        assertThatThrownBy(() -> narrow.resolve(URI.create("https://evilgov.vn/")))
                .hasMessageContaining("not among the hosts");
        assertThatThrownBy(() -> rules(List.of(), List.of("10.0.0.0/99"), false, meaning()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
