package org.iochub.declarative.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Sector;
import org.iochub.api.SettingKey;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.Waiver;
import org.iochub.declarative.internal.expression.JexlExpressions;
import org.iochub.declarative.internal.expression.function.Tables;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.format.Formats;
import org.iochub.declarative.internal.format.RecordFormat;
import org.iochub.declarative.internal.mapping.Mapping;
import org.iochub.declarative.internal.mapping.MappingCompiler;
import org.iochub.declarative.internal.mapping.MappingTools;
import org.iochub.declarative.internal.schema.SchemaCheck;
import org.iochub.declarative.internal.yaml.YamlFile;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.text.Nfc;

/** Compiles one file; used once. What the schema found wrong is not looked at again. */
final class FileCompiler {
    private final JsonNode file;
    private final Mistakes mistakes;
    private final List<RecordType<?>> types;
    private final Map<String, FetchFactory> fetches;

    FileCompiler(YamlFile file, List<RecordType<?>> types, Map<String, FetchFactory> fetches) {
        this.file = file.root();
        this.mistakes = new Mistakes(file);
        this.types = types;
        this.fetches = fetches;
    }

    Compiled compile(SchemaCheck schema) {
        emptyOptions("from");
        emptyOptions("format");
        schema.check(file, mistakes);
        if (!file.isObject()) {
            return new Compiled.Wrong(mistakes.all());
        }
        SettingsCompiler settingsCompiler = new SettingsCompiler(mistakes);
        List<SettingKey> settings = settingsCompiler.compile(file.path("settings"));
        Tables tables = TablesCompiler.compile(file);
        JexlExpressions expressions = new JexlExpressions(settings, tables);
        Optional<RecordFormat> format = format();
        Optional<Fetch> fetch = fetch(new FetchFactory.Tools(settings, expressions, format));
        MappingTools tools = new MappingTools(
                expressions, tables.numbers(), file.path("sensitive").asBoolean(), mistakes);
        Mapping mapping = new MappingCompiler(tools, types).compile(file.path("map"), file.path("complete"));
        Optional<DefaultInstance> instance = new InstanceCompiler(mistakes, settingsCompiler)
                .compile(file.path("instance"), text("source"), settings);
        if (!mistakes.all().isEmpty()) {
            return new Compiled.Wrong(mistakes.all());
        }
        AdapterDescriptor<DeclaredSettings> descriptor = new AdapterDescriptor<>(
                text("source"),
                sector(),
                bilingual("title"),
                bilingual("description"),
                mapping.types(),
                fetch.orElseThrow().transport(),
                new FileSettings(settings),
                bilingual("versionKey"),
                file.path("sensitive").asBoolean());
        return new Compiled.Good(new DeclaredSource(
                new DeclaredAdapter(descriptor, fetch.orElseThrow(), format.orElseThrow(), mapping, freshness()),
                text("version"),
                instance,
                freshness(),
                waivers()));
    }

    /** {@code push:} with nothing behind it means {@code push: {}}. */
    private void emptyOptions(String key) {
        if (file.path(key) instanceof ObjectNode ways) {
            ways.properties().stream()
                    .filter(way -> way.getValue().isNull())
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(ways::putObject);
        }
    }

    private Optional<RecordFormat> format() {
        return only("format").flatMap(option -> {
            RecordFormat format =
                    Formats.compile(option.getKey(), option.getValue(), pointer("format", option), mistakes);
            return Optional.of(format).filter(usable -> mistakes.sound("/format"));
        });
    }

    private Optional<Fetch> fetch(FetchFactory.Tools tools) {
        // Its templates name settings: with wrong ones it would complain of what is not wrong.
        return only("from")
                .filter(option -> mistakes.sound("/settings"))
                .map(option -> fetches.get(option.getKey())
                        .compile(option.getValue(), pointer("from", option), tools, mistakes));
    }

    /** What stands under the key, where the schema found nothing wrong with it. */
    private Optional<Map.Entry<String, JsonNode>> only(String key) {
        return mistakes.sound("/" + key) ? file.path(key).properties().stream().findFirst() : Optional.empty();
    }

    private static String pointer(String key, Map.Entry<String, JsonNode> option) {
        return KeyPath.child("/" + key, option.getKey());
    }

    private Sector sector() {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(text("sector")))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Duration> freshness() {
        String text = text("freshness").replace(" ", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // As ISO 8601 has it: days apart from the rest.
        return Optional.of(
                text.endsWith("ms")
                        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                        : Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text));
    }

    private List<Waiver> waivers() {
        List<Waiver> waivers = new ArrayList<>();
        file.path("waivers")
                .forEach(waiver -> waivers.add(new Waiver(
                        waiver.path("check").asText(), waiver.path("reason").asText())));
        return waivers;
    }

    private Text bilingual(String key) {
        JsonNode text = file.path(key);
        return Text.of(
                Nfc.of(text.path("vi").asText()).strip(),
                Nfc.of(text.path("en").asText()).strip());
    }

    private String text(String key) {
        return file.path(key).asText();
    }
}
