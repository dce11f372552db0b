package org.iochub.feed.internal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Figures;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowInstance;
import org.iochub.core.shadow.ShadowState;
import org.iochub.core.shadow.Shadows;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Shadows in memory: content {@code bad} is refused, and so is the promotion of {@code worse}. */
public final class FakeShadows implements Shadows {
    public final List<String> started = new ArrayList<>();
    private final Map<String, Shadow> shadows = new TreeMap<>();
    private final Map<String, String> contents = new TreeMap<>();

    @Override
    public List<Shadow> list() {
        return List.copyOf(shadows.values());
    }

    @Override
    public Optional<Shadow> get(String file) {
        return Optional.ofNullable(shadows.get(file));
    }

    @Override
    public Shadow start(String file, InputStream content, Optional<Instant> since, String by) throws IOException {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        if (text.equals("bad")) {
            throw FaultException.of("candidate-refused", file, "Thiếu tên.", "It lacks a name.");
        }
        started.add(file + " " + since.map(Instant::toString).orElse("now") + " " + by);
        contents.put(file, text);
        return put(shadow(file, ShadowState.RUNNING, since.orElse(Instant.EPOCH), by));
    }

    private Shadow put(Shadow shadow) {
        shadows.put(shadow.file(), shadow);
        return shadow;
    }

    private static Shadow shadow(String file, ShadowState state, Instant since, String by) {
        Figures figures = new Figures(
                12_345,
                2,
                12_343,
                2,
                0,
                0,
                0,
                0,
                0,
                1,
                Duration.ofSeconds(9),
                Duration.ofSeconds(8),
                Duration.ofMillis(7));
        ShadowInstance instance = new ShadowInstance(
                "reports",
                "1.0.0",
                new ShadowInstance.Standing("quang-ngai", true, List.of(), true, true),
                List.of(),
                figures,
                Map.of("citizen-report.status", 2L),
                Optional.of(Instant.EPOCH));
        return new Shadow(
                file,
                "00",
                state,
                Text.of("", ""),
                "reports",
                Optional.of("1.1.0"),
                List.of("reports"),
                "reports.yaml",
                Optional.empty(),
                Text.of("Khác ở 2 bản ghi.", "Different in 2 records."),
                false,
                Instant.EPOCH,
                since,
                by,
                List.of(instance));
    }

    @Override
    public List<ShadowDifference> differences(
            String file, Optional<String> source, Optional<DifferenceKind> kind, Optional<String> field) {
        ShadowDifference changed = new ShadowDifference(
                "reports",
                DifferenceKind.CHANGED,
                "citizen-report",
                "0123456789abcdefghijklmnopqrstuv",
                "message-2",
                Optional.empty(),
                Instant.EPOCH,
                "line 2",
                List.of(
                        new ShadowDifference.Field("status", "/status", Optional.of("new"), Optional.of("done"), false),
                        new ShadowDifference.Field("phone", "/phone", Optional.empty(), Optional.empty(), true)),
                Optional.empty());
        return kind.map(changed.kind()::equals).orElse(true) ? List.of(changed) : List.of();
    }

    @Override
    public Promotion promote(String file) {
        boolean accepted = !contents.get(file).equals("worse");
        Shadow last = shadows.get(file);
        if (accepted) {
            shadows.remove(file);
        }
        Deployment verdict = new Deployment(
                last.deployedAs(),
                false,
                Instant.EPOCH,
                accepted,
                Text.of("Lý do.", "Reason."),
                List.of("reports"),
                Optional.of("1.1.0"),
                Optional.of("1.1.0"),
                "00");
        return new Promotion(verdict, last, Text.of("Chuẩn hóa lại.", "Re-normalise."));
    }

    @Override
    public Shadow drop(String file) {
        return shadows.remove(file);
    }

    @Override
    public Shadow pause(String file) {
        return put(shadow(file, ShadowState.PAUSED, Instant.EPOCH, ""));
    }

    @Override
    public Shadow resume(String file) {
        return put(shadow(file, ShadowState.RUNNING, Instant.EPOCH, ""));
    }
}
