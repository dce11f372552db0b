package org.iochub.reports.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports in a folder: one of each report's own, whole or not at all. Safe for any number of threads. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,160}");
    private static final String INFO = "info.json";
    private static final String UNSENT = "unsent";
    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    List<ReportInfo> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(each -> info(each).stream())
                    .sorted(Comparator.comparing(ReportInfo::to)
                            .thenComparing(ReportInfo::made)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ReportInfo> get(String id) {
        return ID.matcher(id).matches() && !id.startsWith(".") ? info(folder.resolve(id)) : Optional.empty();
    }

    Optional<byte[]> content(String id, ReportFormat format) {
        return get(id).flatMap(info -> {
            try {
                return Optional.of(Files.readAllBytes(folder.resolve(id).resolve("report." + format.wireName())));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** @param unsent whether it is still to be mailed */
    synchronized void put(ReportInfo info, Map<ReportFormat, byte[]> forms, boolean unsent) throws IOException {
        Path half = folder.resolve(".new-" + info.id());
        remove(half);
        Files.createDirectories(half);
        for (Map.Entry<ReportFormat, byte[]> form : forms.entrySet()) {
            Files.write(half.resolve("report." + form.getKey().wireName()), form.getValue());
        }
        Map<String, String> document = new LinkedHashMap<>();
        document.put("tenant", info.tenant());
        document.put("from", info.from().toString());
        document.put("to", info.to().toString());
        document.put("made", info.made().toString());
        document.put("by", info.by());
        Files.write(half.resolve(INFO), JSON.writeValueAsBytes(document));
        if (unsent) {
            Files.createFile(half.resolve(UNSENT));
        }
        remove(folder.resolve(info.id()));
        Files.move(half, folder.resolve(info.id()), StandardCopyOption.ATOMIC_MOVE);
    }

    boolean unsent(ReportInfo info) {
        return Files.exists(folder.resolve(info.id()).resolve(UNSENT));
    }

    void sent(ReportInfo info) throws IOException {
        Files.deleteIfExists(folder.resolve(info.id()).resolve(UNSENT));
    }

    /** Removes what was made before. */
    synchronized void forget(Instant before) {
        list().stream().filter(info -> info.made().isBefore(before)).forEach(info -> {
            try {
                remove(folder.resolve(info.id()));
            } catch (IOException e) {
                LOG.warn("The old report {} could not be removed: {}", info.id(), e.toString());
            }
        });
    }

    private static void remove(Path report) throws IOException {
        if (!Files.isDirectory(report)) {
            return;
        }
        try (Stream<Path> files = Files.list(report)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(report);
    }

    private static Optional<ReportInfo> info(Path report) {
        String id = report.getFileName().toString();
        Path file = report.resolve(INFO);
        if (id.startsWith(".") || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new ReportInfo(
                    id,
                    node.path("tenant").asText(),
                    LocalDate.parse(node.path("from").asText()),
                    LocalDate.parse(node.path("to").asText()),
                    Instant.parse(node.path("made").asText()),
                    node.path("by").asText()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
