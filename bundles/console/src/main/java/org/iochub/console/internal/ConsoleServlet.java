package org.iochub.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Serves the console at {@code /} and its files below {@code /console/}; everything it shows it asks the HTTP face for. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=hub-console",
            // The empty pattern is the root alone: every other address is the HTTP face's.
            "osgi.http.whiteboard.servlet.pattern=",
            "osgi.http.whiteboard.servlet.pattern=/console/*"
        })
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; " + "frame-ancestors 'none'";

    private final transient Assets assets;

    @Activate
    public ConsoleServlet(BundleContext bundle) throws IOException {
        this(new Assets(read(bundle)));
    }

    ConsoleServlet(Assets assets) {
        this.assets = assets;
    }

    private static SortedMap<String, byte[]> read(BundleContext bundle) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (URL entry : Collections.list(bundle.getBundle().findEntries("web", "*", true))) {
            String path = entry.getPath();
            if (!path.endsWith("/")) {
                try (InputStream in = entry.openStream()) {
                    contents.put(path.substring(path.indexOf("/web/") + 5), in.readAllBytes());
                }
            }
        }
        return contents;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        String path = request.getRequestURI();
        if (path.isEmpty() || path.equals("/")) {
            response.setHeader("Cache-Control", "no-cache");
            send(assets.page(), request, response);
            return;
        }
        Optional<Asset> file = path.startsWith(assets.base())
                ? assets.file(path.substring(assets.base().length()))
                : Optional.empty();
        if (file.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        send(file.get(), request, response);
    }

    private void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean zipped = asset.gzip().isPresent()
                && Optional.ofNullable(request.getHeader("Accept-Encoding"))
                        .filter(accepted -> accepted.contains("gzip"))
                        .isPresent();
        String tag = "\"" + assets.version() + (zipped ? "-gzip" : "") + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = zipped ? asset.gzip().orElseThrow() : asset.bytes();
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(asset.type());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
