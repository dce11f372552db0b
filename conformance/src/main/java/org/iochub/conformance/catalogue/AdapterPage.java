package org.iochub.conformance.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.SettingKey;
import org.iochub.conformance.ChangeJson;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.check.FieldClasses;
import org.iochub.model.PersonalData;
import org.iochub.model.RecordType;
import org.iochub.model.Text;

/** What one adapter is, is told, and delivers. */
final class AdapterPage {
    /** An example longer than this is looked up in its folder. */
    private static final int LONGEST_EXAMPLE = 1_500;

    private final Subject subject;
    private final String folder;
    private final ChangeJson json = new ChangeJson();

    AdapterPage(Subject subject, String folder) {
        this.subject = subject;
        this.folder = folder;
    }

    String text() throws IOException {
        AdapterDescriptor<?> descriptor = subject.adapter().descriptor();
        Markdown page = new Markdown();
        page.line("# " + descriptor.title().vi() + " / " + descriptor.title().en())
                .line("");
        page.line("<!-- Made by ./hub check --catalogue; do not edit. -->").line("");
        page.line(descriptor.description().vi()).line("");
        page.line("*" + descriptor.description().en() + "*").line("");
        page.head("", "");
        page.row("mã / id", "[`" + subject.id() + "`](../../" + folder + "/README.md)");
        page.row("lĩnh vực / sector", Markdown.both(descriptor.sector().title()));
        page.row("bản ghi / records", types(descriptor.recordTypes()));
        if (!descriptor.reads().isEmpty()) {
            page.row("tính từ / computed from", types(descriptor.reads()));
        }
        page.row("giao thức / transport", Markdown.tick(descriptor.transport().code()));
        page.row("phiên bản mới hơn / newer version", Markdown.both(descriptor.versionKey()));
        page.row(
                "dữ liệu cá nhân nhạy cảm / sensitive",
                Markdown.both(descriptor.sensitive() ? Text.of("có", "yes") : Text.of("không", "no")));
        settings(page, descriptor);
        for (RecordType<?> type : descriptor.recordTypes()) {
            fields(page, type);
        }
        example(page);
        return page.toString();
    }

    private static String types(List<RecordType<?>> types) {
        return types.stream()
                .map(type -> Markdown.tick(type.name()) + " " + Markdown.both(type.title()))
                .collect(Collectors.joining("; "));
    }

    private static void settings(Markdown page, AdapterDescriptor<?> descriptor) {
        page.heading("Cấu hình", "Settings");
        if (descriptor.settings().keys().isEmpty()) {
            page.line("Không có. / *None.*");
            return;
        }
        page.head("khóa / key", "kiểu / kind", "bắt buộc / required", "mặc định / default", "ý nghĩa / meaning");
        for (SettingKey key : descriptor.settings().keys()) {
            page.row(
                    Markdown.tick(key.name()),
                    kind(key),
                    key.required() ? "✓" : "",
                    Markdown.tick(key.byDefault()),
                    Markdown.both(key.title()) + (key.example().isEmpty() ? "" : ", " + Markdown.tick(key.example())));
        }
    }

    private static String kind(SettingKey key) {
        String kind = key.kind() == SettingKey.Kind.CHOICE
                ? key.choices().stream().map(Markdown::tick).collect(Collectors.joining(", "))
                : key.kind().name().toLowerCase(java.util.Locale.ROOT);
        return key.list() ? kind + ", …" : kind;
    }

    /** The fields that the fixtures fill, each with an example. */
    private void fields(Markdown page, RecordType<?> type) throws IOException {
        Map<String, FieldClasses.Value> filled = new TreeMap<>();
        for (Fixture fixture : subject.fixtures().cases()) {
            for (JsonNode change : expected(fixture)) {
                if (change.path("op").asText().equals("upsert")
                        && change.path("type").asText().equals(type.name())) {
                    FieldClasses.of(type.dataClass(), change.path("data"))
                            .forEach(value -> filled.putIfAbsent(value.path(), value));
                }
            }
        }
        page.heading("Trường của " + type.name(), "Fields of " + type.name());
        page.head("trường / field", "tên / title", "dữ liệu cá nhân / personal", "ví dụ / example");
        filled.forEach((path, value) -> page.row(
                Markdown.tick(path),
                Markdown.both(Text.of(value.field().vi(), value.field().en())),
                personal(value.personal()),
                Markdown.tick(brief(value.value().asText().replace('`', '\'')))));
    }

    private static String personal(PersonalData personal) {
        return switch (personal) {
            case NONE -> "";
            case BASIC -> "cơ bản / *basic*";
            case SENSITIVE -> "nhạy cảm / *sensitive*";
        };
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    /** The first fixture that is not meant to be broken, with its first record. */
    private void example(Markdown page) throws IOException {
        page.heading("Mẫu", "Fixtures");
        page.line(subject.fixtures().cases().stream()
                .map(fixture -> "[" + fixture.file() + "](../../" + folder + "/fixtures/" + fixture.file() + ")")
                .collect(Collectors.joining(", ")));
        Optional<Fixture> first = subject.fixtures().cases().stream()
                .filter(fixture -> !fixture.poison() && fixture.raw().length <= LONGEST_EXAMPLE)
                .findFirst();
        if (first.isEmpty()) {
            return;
        }
        Fixture fixture = first.get();
        String end = fixture.file().substring(fixture.file().lastIndexOf('.') + 1);
        page.line("").line("`" + fixture.file() + "`:").line("").code(end, shown(fixture.raw()));
        for (JsonNode change : expected(fixture)) {
            if (change.path("op").asText().equals("upsert")) {
                page.line("").line("→").line("").code("json", new String(json.pretty(change), StandardCharsets.UTF_8));
                return;
            }
        }
    }

    private JsonNode expected(Fixture fixture) throws IOException {
        return json.read(fixture.expected().orElse("[]".getBytes(StandardCharsets.UTF_8)));
    }

    private static String shown(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString()
                    .replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            return "(" + raw.length + " bytes)";
        }
    }
}
