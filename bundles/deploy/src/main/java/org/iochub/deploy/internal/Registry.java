package org.iochub.deploy.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was accepted and what was said about every file; on disk before anything is answered. */
final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final Duration REFUSALS_KEPT = Duration.ofDays(1);
    private static final int MOST_REFUSALS = 500;

    private final ObjectMapper json = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private final Path file;
    private final Map<String, Accepted> accepted = new TreeMap<>();
    private final Map<String, Verdict> verdicts = new TreeMap<>();
    private final List<Verdict> earlier = new ArrayList<>();

    /** The file's content. */
    private record Content(List<Accepted> accepted, List<Verdict> verdicts, List<Verdict> earlierRefusals) {}

    Registry(Path file) {
        this.file = file;
    }

    /** An unreadable registry is put aside: the files in the deploy folder are then judged anew. */
    synchronized void load() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Content content = json.readValue(file.toFile(), Content.class);
            content.accepted().forEach(one -> accepted.put(one.symbolicName(), one));
            content.verdicts().forEach(one -> verdicts.put(one.file(), one));
            earlier.addAll(content.earlierRefusals());
        } catch (IOException | RuntimeException e) {
            Path aside = file.resolveSibling("registry.unreadable.json");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.error("The registry of deployments is unreadable, kept as {}; every file is judged anew", aside, e);
        }
    }

    synchronized Optional<Accepted> accepted(String symbolicName) {
        return Optional.ofNullable(accepted.get(symbolicName));
    }

    synchronized List<Accepted> accepted() {
        return List.copyOf(accepted.values());
    }

    synchronized List<Accepted> broughtBy(String droppedFile) {
        return accepted.values().stream()
                .filter(one -> one.file().equals(droppedFile))
                .toList();
    }

    synchronized void put(Accepted one) throws IOException {
        accepted.put(one.symbolicName(), one);
        save();
    }

    synchronized void forget(Accepted one) throws IOException {
        accepted.remove(one.symbolicName());
        save();
    }

    synchronized Optional<Verdict> verdict(String droppedFile) {
        return Optional.ofNullable(verdicts.get(droppedFile));
    }

    synchronized List<Verdict> verdicts() {
        return List.copyOf(verdicts.values());
    }

    synchronized void put(Verdict verdict) throws IOException {
        // The same file refused once more is one refusal.
        Optional.ofNullable(verdicts.put(verdict.file(), verdict))
                .filter(before -> !before.sha256().equals(verdict.sha256()))
                .ifPresent(this::keepRefusal);
        dropOld(verdict.at());
        save();
    }

    /** The file is gone; a refusal of it stays readable for a day. */
    synchronized void gone(String droppedFile, Instant now) throws IOException {
        Optional.ofNullable(verdicts.remove(droppedFile))
                .map(Verdict::ofGoneFile)
                .ifPresent(this::keepRefusal);
        dropOld(now);
        save();
    }

    /** Newest last verdict of each file first in order of name, then earlier refusals, newest first. */
    synchronized List<Verdict> list(Instant now) {
        dropOld(now);
        List<Verdict> all = new ArrayList<>(verdicts.values());
        earlier.stream().sorted(Comparator.comparing(Verdict::at).reversed()).forEach(all::add);
        return all;
    }

    private void keepRefusal(Verdict verdict) {
        if (!verdict.accepted()) {
            earlier.add(verdict);
        }
    }

    private void dropOld(Instant now) {
        earlier.removeIf(verdict -> verdict.at().isBefore(now.minus(REFUSALS_KEPT)));
        while (earlier.size() > MOST_REFUSALS) {
            earlier.remove(0);
        }
    }

    private void save() throws IOException {
        Content content = new Content(copy(accepted.values()), copy(verdicts.values()), List.copyOf(earlier));
        DurableFiles.write(file, json.writeValueAsBytes(content));
    }

    private static <T> List<T> copy(Collection<T> values) {
        return List.copyOf(values);
    }
}
