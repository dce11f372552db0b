package org.iochub.feed.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.testing.Face;
import org.iochub.feed.internal.testing.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final Path FILES = Path.of("src/main/resources/org/iochub/feed/internal/openapi/examples");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Iterable<Map.Entry<String, String>> requests() {
        return Examples.REQUESTS.entrySet();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void anExampleIsARealAnswer(Map.Entry<String, String> request) throws IOException {
        try (Face face = new Face()) {
            face.log.append(Sample.facility("VL-01", 105.97));
            face.log.append(Sample.report("PA-0001")
                    .with(
                            "=HYPERLINK(1) Nhà tôi gọi 0912345678, đường ngập; \\\"sâu\\\"",
                            "Đường ngập sâu trước cổng trường"));
            face.log.append(Sample.facility("VL-02", 106.01));
            face.quarantine.add("reports", "vinhlong", Optional.of("citizen-report"), true);
            String address = request.getValue()
                    .replace("{report}", Sample.report("PA-0001").id().value());
            // What was refused shows what a key without personal data sees of it.
            String key = request.getKey().equals("quarantine")
                    ? face.key(new Grants(
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            PersonalLevel.NONE,
                            Set.of(),
                            true))
                    : Face.READER;
            String answer = MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(
                                    MAPPER.readTree(face.get(key, address).body()))
                            .replace(face.url().toString(), Examples.ADDRESS)
                    + "\n";
            Path file = FILES.resolve(request.getKey() + ".json");
            if (Boolean.getBoolean("examples.write")) {
                Files.createDirectories(FILES);
                Files.writeString(file, answer);
            }
            assertThat(file).as("written with -Dexamples.write=true").hasContent(answer);
        }
    }
}
