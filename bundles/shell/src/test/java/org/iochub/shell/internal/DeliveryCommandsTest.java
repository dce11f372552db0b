package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;
import org.iochub.core.delivery.Trouble;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

class DeliveryCommandsTest {
    private static final Text WHY = Text.of("Nơi nhận chưa trả lời.", "The receiver does not answer.");
    private final List<String> calls = new ArrayList<>();
    private final Fakes.FakeAudit trail = new Fakes.FakeAudit();

    private <T> T recording(Class<T> port, List<?> list) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        return list;
                    }
                    calls.add(method.getName() + " "
                            + String.join(
                                    " ",
                                    Arrays.stream(arguments)
                                            .map(Object::toString)
                                            .toList()));
                    return null;
                }));
    }

    private SubscriptionsCommand subscriptions() {
        Instant now = Instant.now();
        Subscription one = new Subscription(
                "s3f9a2b1c0d4",
                "k1",
                "Trung tâm điều hành thông minh",
                URI.create("https://ioc.example.vn/hub"),
                DeliveryFilter.type("dossier"),
                100,
                DeliveryState.ACTIVE,
                now,
                "sealed",
                Optional.empty(),
                OptionalInt.empty(),
                "token",
                0,
                Progress.from(new DeliveryPlace("e1", 1)).failed(new Trouble(now, WHY), now));
        SubscriptionsCommand command = new SubscriptionsCommand();
        command.trail = trail;
        command.subscriptions =
                recording(Subscriptions.class, List.of(new SubscriptionStatus(one, "cursor", 42, "closed", 1, 1, 1)));
        return command;
    }

    private TapsCommand taps() {
        TapsCommand command = new TapsCommand();
        command.trail = trail;
        command.taps = recording(
                Taps.class,
                List.of(new TapStatus(
                        "platform",
                        "kafka",
                        "kafka1:9092 iochub.{type}",
                        DeliveryState.ACTIVE,
                        Optional.of("cursor"),
                        42,
                        Optional.empty(),
                        Optional.of(WHY),
                        5,
                        2)));
        return command;
    }

    private static String run(HubCommand command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(command.execute()).isNull();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tablesShowStateLagAndTheLastError() throws Exception {
        for (HubCommand command : List.of(subscriptions(), taps())) {
            String shown = run(command);
            assertThat(shown)
                    .contains("active")
                    .contains("42")
                    .contains(WHY.vi())
                    .contains(WHY.en());
            assertThat(shown.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
            command.json = true;
            assertThat(run(command)).contains("\"lag\" : 42").doesNotContain("sealed", "token");
        }
    }

    @Test
    void switchesReachThePortAndTheTrail() throws Exception {
        SubscriptionsCommand pause = subscriptions();
        pause.pause = "s3f9a2b1c0d4";
        run(pause);
        TapsCommand rewind = taps();
        rewind.rewind = "platform";
        rewind.after = "oldest";
        run(rewind);
        assertThat(calls).containsExactly("pause s3f9a2b1c0d4", "rewind platform oldest");
        assertThat(trail.list(org.iochub.core.audit.AuditFilter.all(), Long.MAX_VALUE, 10))
                .hasSize(2);
    }

    @Test
    void halfAWishIsRefused() {
        TapsCommand rewind = taps();
        rewind.rewind = "platform";
        assertThatThrownBy(() -> run(rewind))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--after");
        SubscriptionsCommand both = subscriptions();
        both.pause = "s3f9a2b1c0d4";
        both.resume = "s3f9a2b1c0d4";
        assertThatThrownBy(() -> run(both)).isInstanceOf(CommandException.class);
        assertThat(calls).isEmpty();
    }
}
