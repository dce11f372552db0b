package org.iochub.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.servlet.Servlet;
import org.iochub.core.hub.FrontPage;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the console to work: its files as a servlet, its page for the root, which is the HTTP face's to serve. */
@Component(
        service = {},
        immediate = true)
public final class ConsoleService {
    private static final String FOLDER = "/web/";

    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public ConsoleService(BundleContext bundle) throws IOException {
        Assets assets = new Assets(contents(bundle));
        this.registrations = List.of(
                bundle.registerService(
                        Servlet.class,
                        new ConsoleServlet(assets),
                        new Hashtable<>(Map.of(
                                "osgi.http.whiteboard.servlet.name", "hub-console",
                                "osgi.http.whiteboard.servlet.pattern", "/console/*"))),
                bundle.registerService(FrontPage.class, new ConsolePage(assets), null));
    }

    @Deactivate
    public void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private static SortedMap<String, byte[]> contents(BundleContext bundle) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (URL entry : Collections.list(bundle.getBundle().findEntries(FOLDER, "*", true))) {
            String path = entry.getPath();
            if (!path.endsWith("/")) {
                try (InputStream in = entry.openStream()) {
                    contents.put(path.substring(path.indexOf(FOLDER) + FOLDER.length()), in.readAllBytes());
                }
            }
        }
        return contents;
    }
}
