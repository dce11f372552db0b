package org.iochub.shadow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.shadow.Candidate;
import org.iochub.core.shadow.Candidates;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowState;
import org.iochub.core.shadow.Shadows;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the shadows of this hub. One thread of low priority follows the sources, message by message in turn, and rests as
 * long as it worked, so that it takes half a processor at most; a person's word comes between two messages.
 */
final class ShadowKeeper implements Shadows, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowKeeper.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration SAVE = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final long TURN_SECONDS = 90;

    private final ShadowFolder folder;
    private final Shelf shelf;
    private final Candidates candidates;
    private final Deployments deployments;
    private final Follower.Means means;
    private final Clock clock;
    private final Map<String, RunningShadow> shadows = new ConcurrentSkipListMap<>();
    /** Between two messages one may steer. */
    private final ReentrantLock turns = new ReentrantLock(true);

    private final Thread worker = new Thread(this::work, "hub-shadow");
    private volatile boolean closed;
    private Instant nextLook = Instant.MIN;
    private Instant nextSave = Instant.MIN;

    ShadowKeeper(Path data, Candidates candidates, Deployments deployments, Follower.Means means, Clock clock)
            throws IOException {
        this.folder = new ShadowFolder(data.resolve("shadow"));
        this.shelf = new Shelf(data.resolve("data").resolve("shadow"));
        this.candidates = candidates;
        this.deployments = deployments;
        this.means = means;
        this.clock = clock;
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
    }

    void start() throws IOException {
        List<String> files = folder.names();
        shelf.removeAllBut(Set.copyOf(files));
        for (String file : files) {
            String digest = folder.digest(file);
            shelf.read(file)
                    .filter(kept -> kept.sha256().equals(digest))
                    .ifPresent(kept -> shadows.put(file, new RunningShadow(means, kept)));
        }
        worker.start();
    }

    // --- the worker -------------------------------------------------------------------------------------------------

    private void work() {
        while (!closed) {
            try {
                long start = System.nanoTime();
                boolean worked = false;
                turns.lockInterruptibly();
                try {
                    look();
                    worked = !closed && everyTurn();
                    save();
                } finally {
                    turns.unlock();
                }
                rest(worked ? min(Duration.ofNanos(System.nanoTime() - start), LONGEST_REST) : LOOK);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.error("A shadow's turn failed; it is tried again", e);
                restQuietly();
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void rest(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    private void restQuietly() {
        try {
            rest(LONGEST_REST);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private boolean everyTurn() throws InterruptedException {
        boolean worked = false;
        for (RunningShadow shadow : shadows.values()) {
            try {
                worked |= !turns.hasQueuedThreads() && shadow.turn();
            } catch (Bench.BrokenOffException e) {
                LOG.debug("Broken off: somebody wants to steer");
            }
        }
        return worked;
    }

    private void look() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK);
        Map<String, String> whole = folder.whole();
        Set<String> present = Set.copyOf(folder.names());
        for (String file : List.copyOf(shadows.keySet())) {
            Optional<String> digest = Optional.ofNullable(whole.get(file));
            boolean changed = digest.filter(shadows.get(file).sha256()::equals).isEmpty() && digest.isPresent();
            if (!present.contains(file) || changed) {
                end(file, "its file is " + (changed ? "another now" : "gone"));
            }
        }
        for (var entry : whole.entrySet()) {
            if (!shadows.containsKey(entry.getKey()) && shadows.size() < MOST) {
                shadows.put(
                        entry.getKey(),
                        new RunningShadow(means, fresh(entry.getKey(), entry.getValue(), Optional.empty(), "")));
                shelf.write(shadows.get(entry.getKey()).kept());
            }
        }
        shadows.values().forEach(this::bringUp);
    }

    private KeptShadow fresh(String file, String sha256, Optional<Instant> since, String by) {
        Instant now = clock.instant();
        return new KeptShadow(file, sha256, now, since.orElse(now), by, false, Optional.empty(), Map.of());
    }

    private void bringUp(RunningShadow shadow) {
        shadow.settle();
        if (!shadow.lacksCandidate()) {
            return;
        }
        try {
            shadow.begin(candidates.hold(shadow.file(), folder.path(shadow.file())));
        } catch (FaultException e) {
            if (!e.fault().code().equals("not-yet")) {
                shadow.refuse(e.fault().message());
            }
        } catch (IOException e) {
            LOG.warn("The candidate {} cannot be held yet: {}", shadow.file(), e.toString());
        }
    }

    private void save() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(nextSave)) {
            return;
        }
        nextSave = now.plus(SAVE);
        for (RunningShadow shadow : shadows.values()) {
            shelf.write(shadow.kept());
        }
    }

    private Shadow end(String file, String why) throws IOException {
        RunningShadow shadow = shadows.remove(file);
        Shadow last = shadow.shadow();
        shadow.release();
        shelf.remove(file);
        LOG.info("Shadow {} ends: {}. {}", file, why, last.verdict());
        return last;
    }

    @Override
    public void close() {
        closed = true;
        means.bench().breakOff();
        worker.interrupt();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (RunningShadow shadow : shadows.values()) {
            try {
                shelf.write(shadow.kept());
            } catch (IOException e) {
                LOG.warn("The report of the shadow {} could not be kept: {}", shadow.file(), e.toString());
            }
            shadow.release();
        }
        means.bench().close();
    }

    // --- steering ---------------------------------------------------------------------------------------------------

    private interface Steering<T> {
        T steer() throws IOException;
    }

    /** Between two messages; one under way is broken off and has its turn later. */
    private <T> T steer(Steering<T> steering) throws IOException {
        try {
            if (!turns.tryLock()) {
                means.bench().breakOff();
                if (!turns.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("the shadows did not answer within " + TURN_SECONDS + " seconds");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped while waiting for the shadows");
        }
        try {
            return steering.steer();
        } finally {
            turns.unlock();
        }
    }

    private RunningShadow known(String file) {
        return Optional.ofNullable(shadows.get(file))
                .orElseThrow(() -> FaultException.of(
                        "unknown-shadow",
                        file,
                        "Không có bản thử «" + file + "»; xem danh sách bằng hub:shadow list.",
                        "There is no shadow «" + file + "»; hub:shadow list names them."));
    }

    private RunningShadow sound(String file) {
        RunningShadow shadow = known(file);
        if (shadow.state() == ShadowState.REFUSED) {
            Text why = shadow.shadow().reason();
            throw FaultException.of("shadow-refused", file, why.vi(), why.en());
        }
        return shadow;
    }

    @Override
    public List<Shadow> list() {
        return shadows.values().stream().map(RunningShadow::shadow).toList();
    }

    @Override
    public Optional<Shadow> get(String file) {
        return Optional.ofNullable(shadows.get(file)).map(RunningShadow::shadow);
    }

    @Override
    public Shadow start(String file, InputStream content, Optional<Instant> since, String by) throws IOException {
        ShadowFolder.requirePlainName(file);
        Path incoming = folder.receive(content);
        try {
            return steer(() -> begin(file, incoming, since, by));
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private Shadow begin(String file, Path incoming, Optional<Instant> since, String by) throws IOException {
        if (!shadows.containsKey(file) && shadows.size() >= MOST) {
            throw FaultException.of(
                    "too-many-shadows",
                    file,
                    "Mỗi lúc chỉ thử được " + MOST + " bản; hãy bỏ bớt bằng hub:shadow drop.",
                    "At most " + MOST + " candidates are tried at a time; end one with hub:shadow drop.");
        }
        Candidate held = candidates.hold(file, incoming);
        String digest = ShadowFolder.digest(incoming);
        if (shadows.containsKey(file)) {
            end(file, "another candidate takes its place");
        }
        folder.accept(incoming, file);
        RunningShadow shadow = new RunningShadow(means, fresh(file, digest, since, by));
        shadows.put(file, shadow);
        shelf.write(shadow.kept());
        shadow.begin(held);
        return shadow.shadow();
    }

    @Override
    public List<ShadowDifference> differences(
            String file, Optional<String> source, Optional<DifferenceKind> kind, Optional<String> field) {
        return known(file).differences().stream()
                .filter(one -> source.map(one.source()::equals).orElse(true))
                .filter(one -> kind.map(one.kind()::equals).orElse(true))
                .filter(one -> field.map(names(one)::contains).orElse(true))
                .toList();
    }

    private static Set<String> names(ShadowDifference difference) {
        return difference.fields().stream()
                .map(field -> difference.type() + "." + field.path())
                .collect(Collectors.toSet());
    }

    @Override
    public Promotion promote(String file) throws IOException {
        return steer(() -> {
            RunningShadow shadow = sound(file);
            if (!folder.digest(file).equals(shadow.sha256())) {
                throw FaultException.of(
                        "file-changed",
                        file,
                        "Tệp «" + file + "» vừa bị thay trong thư mục shadow/; hãy chờ bản mới được so.",
                        "The file «" + file + "» was changed in shadow/; wait until the new one was compared.");
            }
            String target = shadow.candidate().map(Candidate::deployedAs).orElse(file);
            Optional<Deployment> foreseen = foreseenRefusal(target, shadow);
            if (foreseen.isPresent()) {
                return new Promotion(foreseen.get(), shadow.shadow(), refused());
            }
            Deployment verdict;
            try (InputStream content = Files.newInputStream(folder.path(file))) {
                verdict = deployments.deploy(target, content);
            }
            if (!verdict.accepted()) {
                return new Promotion(verdict, shadow.shadow(), refused());
            }
            Shadow last = end(file, "promoted as " + target);
            folder.remove(file);
            return new Promotion(verdict, last, promoted(last));
        });
    }

    /** What would be refused does not come into the folder, where it would take the place of the file that runs. */
    private Optional<Deployment> foreseenRefusal(String target, RunningShadow shadow) throws IOException {
        DeploymentPlan plan;
        try (InputStream content = Files.newInputStream(folder.path(shadow.file()))) {
            plan = deployments.plan(target, content);
        }
        return plan.accepted()
                ? Optional.empty()
                : Optional.of(new Deployment(
                        target,
                        false,
                        clock.instant(),
                        false,
                        plan.reason(),
                        plan.adapters(),
                        plan.then(),
                        plan.now(),
                        shadow.sha256()));
    }

    private static Text refused() {
        return Text.of(
                "Cửa kiểm tra không nhận; bản đang chạy giữ nguyên và bản thử chạy tiếp.",
                "The gate does not take it; the running version stays and the shadow goes on.");
    }

    private static Text promoted(Shadow last) {
        String sources =
                last.instances().stream().map(instance -> instance.source()).collect(Collectors.joining(", "));
        return last.identical()
                ? Text.of(
                        "Bản mới đang chạy; dữ liệu cũ không cần chuẩn hóa lại vì không có khác biệt nào.",
                        "The new version runs; nothing differed, so earlier data need not be re-normalised.")
                : Text.of(
                        "Bản mới đang chạy cho thông điệp mới. Muốn sửa cả dữ liệu cũ, hãy chuẩn hóa lại từ kho bản gốc:"
                                + " hub:renormalise (nguồn: " + sources + ").",
                        "The new version runs for new messages. To correct earlier data too, re-normalise from the archive:"
                                + " hub:renormalise (sources: " + sources + ").");
    }

    @Override
    public Shadow drop(String file) throws IOException {
        return steer(() -> {
            known(file);
            folder.remove(file);
            return end(file, "dropped");
        });
    }

    @Override
    public Shadow pause(String file) throws IOException {
        return steer(() -> {
            RunningShadow shadow = sound(file);
            shadow.pause();
            shelf.write(shadow.kept());
            return shadow.shadow();
        });
    }

    @Override
    public Shadow resume(String file) throws IOException {
        return steer(() -> {
            RunningShadow shadow = sound(file);
            shadow.resume();
            shelf.write(shadow.kept());
            return shadow.shadow();
        });
    }
}
