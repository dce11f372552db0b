package org.iochub.console.internal;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Serves the console's files below {@code /console/}; whatever the pages show they ask the HTTP face for. */
final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Assets assets;

    ConsoleServlet(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Policy.HEADERS.forEach(response::setHeader);
        String path = request.getRequestURI();
        Optional<Asset> file = path.startsWith(assets.base())
                ? assets.file(path.substring(assets.base().length()))
                : Optional.empty();
        if (file.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(file.get(), request, response);
    }

    private void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean zipped = asset.gzip().isPresent()
                && Optional.ofNullable(request.getHeader("Accept-Encoding"))
                        .filter(accepted -> accepted.contains("gzip"))
                        .isPresent();
        String tag = "\"" + assets.version() + (zipped ? "-gzip" : "") + "\"";
        // The address names the version: what it brings never changes.
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
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
