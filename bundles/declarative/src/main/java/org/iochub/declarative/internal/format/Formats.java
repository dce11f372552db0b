package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.iochub.declarative.internal.Problems;
import org.iochub.model.Text;

/** The record formats that a file may name. */
public final class Formats {
    private static final Map<String, Function<Options, RecordFormat>> FORMATS = Map.of(
            "json", JsonFormat::compile,
            "ndjson", NdJsonFormat::compile,
            "xml", XmlFormat::compile,
            "csv", CsvFormat::compile,
            "xlsx", XlsxFormat::compile,
            "text", TextFormat::compile,
            "geojson", GeoJsonFormat::compile,
            "sdmx-json", SdmxJsonFormat::compile);

    private Formats() {}

    /** The keys under {@code format}, in alphabetical order. */
    public static Set<String> names() {
        return new TreeSet<>(FORMATS.keySet());
    }

    /**
     * @param options what stands under the key; it fits {@code schema/format/<name>.schema.json}
     * @param pointer where it stands in the file
     * @return a format; of no use when there were problems
     */
    public static RecordFormat compile(String name, JsonNode options, String pointer, Problems problems) {
        Function<Options, RecordFormat> format = FORMATS.get(name);
        if (format == null) {
            String known = String.join(", ", names());
            problems.add(
                    pointer,
                    Text.of(
                            "Không có định dạng «" + name + "»; hãy chọn một trong: " + known + ".",
                            "There is no format «" + name + "»; choose one of: " + known + "."));
            return message -> java.util.stream.Stream.empty();
        }
        Options read = new Options(options, pointer, problems);
        return Compression.around(format.apply(read), name.equals("xlsx"), read);
    }
}
