package org.iochub.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowDocuments;
import org.iochub.core.shadow.Shadows;

@Command(
        scope = "hub",
        name = "shadow",
        description = "Thử bản mới của bộ kết nối trên thông điệp thật / Tries a new adapter version on live messages",
        detailedDescription =
                "Actions: list, start FILE, show NAME, differences NAME, promote NAME, drop NAME, pause NAME, resume NAME."
                        + " The candidate reads what the live sources take and writes nothing; the report says where it"
                        + " differs. promote deploys it through the gate; drop leaves nothing of it. FILE is a path on the"
                        + " hub's machine, NAME the file's name.\n\nEXAMPLE\n\n"
                        + "  hub:shadow start /tmp/opening-hours.yaml --since 2026-03-01T00:00:00+07:00\n"
                        + "  hub:shadow show opening-hours.yaml\n"
                        + "  hub:shadow differences opening-hours.yaml --kind changed\n"
                        + "  hub:shadow promote opening-hours.yaml")
@Service
public final class ShadowCommand extends HubCommand {
    static final List<String> ACTIONS =
            List.of("list", "start", "show", "differences", "promote", "drop", "pause", "resume");

    @Argument(
            name = "ACTION [FILE]",
            description = "list, start, show, differences, promote, drop, pause, resume; tệp / the file",
            multiValued = true)
    @Completion(ShadowIds.class)
    List<String> words = List.of();

    @Option(
            name = "--since",
            description = "So cả kho bản gốc từ thời điểm này / Compares the archive from this time on")
    String since;

    @Option(name = "--source", description = "Chỉ của nguồn này / Of this source only")
    @Completion(SourceIds.class)
    String source;

    @Option(name = "--kind", description = "Chỉ loại này / This kind only")
    @Completion(
            value = StringsCompleter.class,
            values = {"changed", "only-old", "only-new", "refused-old", "refused-new", "failed"})
    String kind;

    @Option(name = "--field", description = "Chỉ trường này, như task.status / This field only, as task.status")
    String field;

    @Reference(optional = true)
    Shadows shadows;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        need(shadows);
        List<String> asked = arguments();
        String action = asked.isEmpty() ? "list" : asked.get(0);
        if (!ACTIONS.contains(action)) {
            String all = String.join(", ", ACTIONS);
            throw failure(
                    "Không có thao tác «" + action + "»: " + all + ".",
                    "There is no action «" + action + "»: " + all + ".");
        }
        if (asked.size() != (action.equals("list") ? Math.min(asked.size(), 1) : 2)) {
            throw failure(
                    "Viết: hub:shadow list, hub:shadow start TỆP, hoặc hub:shadow show|differences|promote|drop|pause|resume"
                            + " TÊN.",
                    "Write hub:shadow list, hub:shadow start FILE, or hub:shadow show|differences|promote|drop|pause|resume"
                            + " NAME.");
        }
        switch (action) {
            case "list" -> list();
            case "start" -> start(asked.get(1));
            case "show" -> show(known(asked.get(1)));
            case "differences" -> differences(known(asked.get(1)));
            case "promote" -> promote(known(asked.get(1)));
            default -> move(action, known(asked.get(1)).file());
        }
    }

    private void list() {
        List<Shadow> all = shadows.list();
        if (json) {
            out.println(Json.pretty(
                    Map.of("shadows", all.stream().map(ShadowDocuments::of).toList())));
        } else {
            ShadowViews.list(all).print(out);
        }
    }

    private void start(String word) throws Exception {
        Path file = file(word);
        Optional<Instant> from = since();
        Shadow shadow;
        try (InputStream content = Files.newInputStream(file)) {
            shadow = shadows.start(file.getFileName().toString(), content, from, actor());
        } catch (java.nio.file.AccessDeniedException e) {
            throw failure(
                    "Không có quyền đọc tệp " + file + ".", "The hub's account may not read the file " + file + ".");
        }
        changed(shadow.file(), Map.of("do", "start", "sha256", shadow.sha256()));
        show(shadow);
    }

    private Optional<Instant> since() throws Exception {
        try {
            return Optional.ofNullable(since).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            throw failure(
                    "--since ghi như 2026-03-01T00:00:00+07:00.", "--since is written like 2026-03-01T00:00:00+07:00.");
        }
    }

    private static Path file(String word) throws Exception {
        try {
            Path file = Path.of(word).toAbsolutePath().normalize();
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw failure(
                "Trên máy của hệ thống không có tệp «" + word + "».",
                "There is no file «" + word + "» on the hub's machine.");
    }

    private Shadow known(String name) throws Exception {
        return shadows.get(name)
                .orElseThrow(() -> failure(
                        "Không có bản thử «" + name + "»; xem hub:shadow list.",
                        "There is no shadow «" + name + "»; see hub:shadow list."));
    }

    private void show(Shadow shadow) {
        if (json) {
            out.println(Json.pretty(ShadowDocuments.of(shadow)));
        } else {
            ShadowViews.sheet(shadow).print(out);
        }
    }

    private void differences(Shadow shadow) throws Exception {
        List<ShadowDifference> found =
                shadows.differences(shadow.file(), Optional.ofNullable(source), kind(), Optional.ofNullable(field));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", shadow.file());
            document.put("verdict", Json.text(shadow.verdict()));
            document.put("differences", found.stream().map(ShadowDocuments::of).toList());
            out.println(Json.pretty(document));
        } else {
            say(shadow.verdict().vi(), shadow.verdict().en());
            ShadowViews.differences(found).print(out);
        }
    }

    private Optional<DifferenceKind> kind() throws Exception {
        Optional<DifferenceKind> only = Optional.ofNullable(kind).flatMap(DifferenceKind::of);
        if (kind != null && only.isEmpty()) {
            throw failure("Không có loại «" + kind + "».", "There is no kind «" + kind + "».");
        }
        return only;
    }

    private void promote(Shadow shadow) throws Exception {
        Promotion promotion = shadows.promote(shadow.file());
        changed(
                shadow.file(),
                Map.of(
                        "do",
                        "promote",
                        "accepted",
                        Boolean.toString(promotion.verdict().accepted())));
        if (json) {
            out.println(Json.pretty(ShadowDocuments.of(promotion)));
        } else {
            ShadowViews.promoted(promotion).print(out);
        }
        if (!promotion.verdict().accepted()) {
            throw failure("Cửa kiểm tra không nhận bản thử.", "The gate did not take the candidate.");
        }
    }

    private void move(String action, String file) throws IOException {
        Shadow moved = switch (action) {
            case "pause" -> shadows.pause(file);
            case "resume" -> shadows.resume(file);
            default -> shadows.drop(file);
        };
        changed(file, Map.of("do", action));
        show(moved);
    }
}
