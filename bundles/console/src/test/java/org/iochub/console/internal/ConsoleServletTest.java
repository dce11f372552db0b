package org.iochub.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleServletTest {
    private static final Path WEB = Path.of("target/classes/web");
    private static final Pattern IMPORT = Pattern.compile(
            "(?:import|export)\\b[^\"'();]{0,300}?\\bfrom\\s*[\"']([^\"']+)[\"']|\\bimport\\(\\s*[\"']([^\"']+)[\"']");

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Assets assets = new Assets(contents());
    private final HttpClient client = HttpClient.newHttpClient();

    ConsoleServletTest() throws IOException {}

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new ConsoleServlet(assets)), "/console/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void servesThePageWithAStrictPolicyAndWhatItNames() throws Exception {
        assertThat(new ConsolePage(assets).headers().get("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "*");
        String page = new String(new ConsolePage(assets).html(), StandardCharsets.UTF_8);
        Matcher named = Pattern.compile("(?:href|src)=\"(/console/[^\"]+)\"").matcher(page);
        int files = 0;
        while (named.find()) {
            HttpResponse<byte[]> file = get(named.group(1));
            assertThat(file.statusCode()).as(named.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            files++;
        }
        assertThat(files).isGreaterThan(5);
    }

    @Test
    void sendsCompressedAndOnlyWhatChanged() throws Exception {
        String file = assets.base() + "app/shell.js";
        HttpResponse<byte[]> zipped = get(file, "Accept-Encoding", "gzip, br");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(get(file).body());
        }
        String tag = zipped.headers().firstValue("ETag").orElseThrow();
        assertThat(get(file, "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(get(file, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingElseIsServed() throws Exception {
        for (String path : List.of("/console/", "/console/old/app/main.js", "/console/../pom.xml", "/console/x")) {
            assertThat(get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    /** A strict policy and a missing network leave no second chance: what a module names must be there. */
    @Test
    void everyModuleFindsWhatItImportsAndNothingNamesAnotherHost() throws Exception {
        for (Path file : files()) {
            String name = file.toString();
            if (!name.endsWith(".js") && !name.endsWith(".css") && !name.endsWith(".html")) {
                continue;
            }
            String text = Files.readString(file);
            if (!name.contains("/vendor/")) {
                assertThat(text).as(name).doesNotContain("http://", "https://", "style=\"", "onclick=");
            }
            Matcher imports = IMPORT.matcher(text);
            while (name.endsWith(".js") && imports.find()) {
                String target = Optional.ofNullable(imports.group(1)).orElseGet(() -> imports.group(2));
                assertThat(target).as(name).startsWith(".");
                assertThat(file.resolveSibling(target).normalize()).as(name).exists();
            }
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(WEB)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static SortedMap<String, byte[]> contents() throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Path file : files()) {
            contents.put(WEB.relativize(file).toString(), Files.readAllBytes(file));
        }
        return contents;
    }
}
