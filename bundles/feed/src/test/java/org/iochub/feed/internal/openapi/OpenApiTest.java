package org.iochub.feed.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    @Test
    void describesExactlyWhatIsServed() {
        try (Face face = new Face()) {
            Set<String> served = face.resources.stream()
                    .map(Object::getClass)
                    .flatMap(resource -> Arrays.stream(resource.getMethods())
                            .flatMap(method -> Catalog.nameOf(resource, method).stream()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> described = new TreeSet<>();
            document(face)
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(method ->
                                    described.add(Catalog.name(method.toUpperCase(Locale.ROOT), path.getKey()))));
            assertThat(described).isEqualTo(served);
        }
    }

    @Test
    void isAnOpenApiDocument() {
        try (Face face = new Face()) {
            JsonNode document = document(face);
            assertThat(document.path("openapi").asText()).startsWith("3.");
            assertThat(document.at("/servers/0/url").asText())
                    .isEqualTo(face.url().toString());
            Set<String> ids = new TreeSet<>();
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().forEach(operation -> {
                        assertThat(ids.add(operation.path("operationId").asText()))
                                .isTrue();
                        Set<String> inPath = new TreeSet<>();
                        operation.path("parameters").forEach(parameter -> {
                            assertThat(parameter.path("schema").path("type").asText())
                                    .isNotEmpty();
                            if (parameter.path("in").asText().equals("path")) {
                                inPath.add(parameter.path("name").asText());
                            }
                        });
                        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(path.getKey());
                        Set<String> wanted = new TreeSet<>();
                        while (names.find()) {
                            wanted.add(names.group(1));
                        }
                        assertThat(inPath).isEqualTo(wanted);
                        assertThat(operation.path("responses").has("default")).isTrue();
                    }));
            document.findValues("$ref")
                    .forEach(reference -> assertThat(
                                    document.at(reference.asText().substring(1)).isMissingNode())
                            .as(reference.asText())
                            .isFalse());
        }
    }

    @Test
    void aLinterAcceptsIt() {
        try (Face face = new Face()) {
            ParseOptions options = new ParseOptions();
            options.setResolve(true);
            SwaggerParseResult result = new OpenAPIV3Parser()
                    .readContents(face.get(Face.READER, "/api/v1/openapi.json").body(), List.of(), options);
            assertThat(result.getMessages()).isEmpty();
            assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(20);
            assertThat(document(face)
                            .at("/paths/~1api~1v1~1feeds~1{type}/get/responses/200/content")
                            .path("application/cloudevents-batch+json")
                            .at("/example/0/dataschema")
                            .asText())
                    .startsWith(face.url().toString());
        }
    }

    private static JsonNode document(Face face) {
        return Json.tree(face.get(Face.READER, "/api/v1/openapi.json").body().getBytes(StandardCharsets.UTF_8));
    }
}
