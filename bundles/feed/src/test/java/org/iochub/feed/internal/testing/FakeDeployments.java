package org.iochub.feed.internal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.Deployments;
import org.iochub.model.Text;

/** Accepts every file whose content starts with {@code good}. */
public final class FakeDeployments implements Deployments {
    private final List<Deployment> verdicts = new CopyOnWriteArrayList<>();

    @Override
    public List<Deployment> list() {
        return List.copyOf(verdicts);
    }

    @Override
    public Deployment deploy(String file, InputStream content) throws IOException {
        boolean good = new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).startsWith("good");
        Deployment verdict = new Deployment(
                file,
                false,
                Instant.EPOCH,
                good,
                good ? Text.of("Đã nhận.", "Accepted.") : Text.of("Thiếu tên.", "The name is missing."),
                List.of("adapter"),
                Optional.of("1.0.0"),
                Optional.empty(),
                "00");
        verdicts.add(verdict);
        return verdict;
    }

    @Override
    public DeploymentPlan plan(String file, InputStream content) throws IOException {
        boolean good = new String(content.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).startsWith("good");
        return new DeploymentPlan(
                file,
                "jar",
                "org.example.adapter",
                List.of("adapter"),
                Optional.of("1.0.0"),
                Optional.of("1.1.0"),
                good,
                good ? Text.of("Sẽ cập nhật.", "Would update.") : Text.of("Thiếu tên.", "The name is missing."),
                List.of(),
                List.of(),
                good ? List.of("one") : List.of(),
                List.of(new DeploymentPlan.Wire("org.iochub.api", "[1.0,2)", Optional.of("org.iochub.api 1.0.0"))),
                List.of());
    }
}
