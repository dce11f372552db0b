package org.iochub.core.hub.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.iochub.core.hub.Hub;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** This hub as its configuration names it. */
@Component(configurationPid = "org.iochub.hub")
@Designate(ocd = HubConfig.class)
public final class HubIdentity implements Hub {
    /** It becomes part of a URN. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

    private final String id;
    private final Path data;
    private final URI publicUrl;

    @Activate
    public HubIdentity(HubConfig config) {
        data = Path.of(
                        config.data().isBlank()
                                ? System.getProperty("karaf.base", ".")
                                : config.data().strip())
                .toAbsolutePath()
                .normalize();
        id = config.id().isBlank()
                ? keptId(data.resolve("keys"))
                : named(config.id().strip());
        publicUrl = config.publicUrl().isBlank()
                ? URI.create((config.tls() ? "https://" : "http://")
                        + reachable(config.bind().strip()) + ":" + config.port())
                : absolute(config.publicUrl().strip());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public URI publicUrl() {
        return publicUrl;
    }

    @Override
    public Path data() {
        return data;
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "org.iochub.hub id \"" + name + "\": at most 32 letters, digits and hyphens, the first no hyphen");
        }
        return name;
    }

    /** A random name, the same at every start. */
    private static String keptId(Path keys) {
        Path file = keys.resolve("hub.id");
        try {
            Files.createDirectories(keys);
            byte[] random = new byte[6];
            new SecureRandom().nextBytes(random);
            Files.writeString(
                    file,
                    "hub-" + HexFormat.of().formatHex(random),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException kept) {
            // The usual case from the second start on.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the hub's name in " + file, e);
        }
        try {
            return named(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the hub's name from " + file, e);
        }
    }

    private static String reachable(String bind) {
        return switch (bind) {
            case "", "0.0.0.0", "::" -> "127.0.0.1";
            default -> bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind;
        };
    }

    private static URI absolute(String url) {
        URI uri = URI.create(url.replaceFirst("/+$", ""));
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "org.iochub.hub publicUrl \"" + url + "\": write http(s)://host[:port][/path]");
        }
        return uri;
    }
}
