package org.iochub.benchmarks.feed;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.iochub.api.Normalizer;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.hub.Hub;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.RecordPartMerger;
import org.iochub.core.pipeline.internal.Taken;
import org.iochub.core.type.internal.TypeRegistry;
import org.iochub.feed.internal.access.KeyAuthenticator;
import org.iochub.feed.internal.access.Sessions;
import org.iochub.feed.internal.access.SignInThrottle;
import org.iochub.feed.internal.access.Tickets;
import org.iochub.feed.internal.audit.AccessTrail;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.feed.EventsResource;
import org.iochub.feed.internal.feed.FeedsResource;
import org.iochub.feed.internal.feed.Waiting;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceServer;
import org.iochub.model.area.AreaRegistry;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;
import org.iochub.reading.scope.internal.PersonalFieldsView;
import org.iochub.store.internal.open.Store;

/**
 * The hub's own pipeline, store and HTTP face in this process, set up as a running hub sets them up: keys are checked,
 * what is read is masked and written to the audit trail. In this process, so that a plain program can read the same
 * database in turn.
 */
final class ServedHub implements AutoCloseable {
    static final String TYPE = "citizen-report";
    private static final String SOURCE = "phan-anh";
    private static final String SECRET = "a secret of the benchmark";

    private final Path folder;
    private final LocalBell bell = new LocalBell();
    private final Store store;
    private final Intake intake;
    private final Origin origin;
    private final AccessTrail trail;
    private final Waiting waiting;
    private final FaceServer face;
    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);

    ServedHub(Path folder, Normalizer normalizer) throws Exception {
        this.folder = Files.createDirectories(folder);
        TypeRegistry types = new TypeRegistry();
        store = new Store(Store.Settings.embedded(folder), new RecordPartMerger(types), bell::ring).opened();
        intake = new Intake(store.records(), folder.resolve("tmp"), Clock.systemUTC());
        long fence = store.records().takeOver(SOURCE, "benchmark");
        origin = new Origin(SOURCE, "quang-ngai", "benchmark", "1.0.0", false, normalizer, fence);
        trail = new AccessTrail(store.audit());
        waiting = new Waiting(store.feed(), bell);
        Tickets tickets = new Tickets(SECRET, Clock.systemUTC());
        KeyAuthenticator authenticator = new KeyAuthenticator(
                store.keys(),
                (user, password) -> Set.of(),
                tickets,
                new Sessions("benchmark", Clock.systemUTC()),
                new SignInThrottle(Clock.systemUTC()),
                Clock.systemUTC());
        face = new FaceServer(() -> Optional.of(authenticator), () -> Optional.of(trail), "");
        serve();
        Scopes scopes = new Scopes(new Scoping(types, AreaRegistry.builtIn(), new PersonalFieldsView()));
        CursorKeeper cursors = new CursorKeeper(Cursors.of(SECRET));
        Hub hub = new Here(folder, url());
        face.publish(List.of(
                new FeedsResource(hub, store.feed(), waiting, scopes, cursors),
                new EventsResource(hub, store.feed(), waiting, scopes, cursors)));
    }

    private void serve() throws Exception {
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(4_096);
        jetty.addConnector(connector);
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(face.bus());
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(holder, "/*");
        jetty.setHandler(context);
        jetty.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    Path folder() {
        return folder;
    }

    Store store() {
        return store;
    }

    /** A key for all records, with personal data at that level. */
    String key(PersonalLevel level) {
        Grants grants = new Grants(true, Optional.empty(), Optional.empty(), Optional.empty(), level, Set.of(), false);
        return store.keys().create("benchmark", grants, Optional.empty()).value();
    }

    /** Takes a file as one message. */
    void take(Path file) throws Exception {
        Optional<String> name = Optional.of(file.getFileName().toString());
        Taken taken = intake.take(origin, name, Optional.empty(), file, Map.of(), name);
        if (taken.delivered().quarantined() > 0) {
            throw new IllegalStateException(file + ": " + taken.delivered());
        }
    }

    @Override
    public void close() throws Exception {
        waiting.stop();
        trail.stop();
        face.close();
        jetty.stop();
        store.close();
    }

    private record Here(Path data, URI publicUrl) implements Hub {
        @Override
        public String id() {
            return "bench";
        }
    }
}
