package org.iochub.feed.internal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.iochub.api.Step;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.hub.FrontPage;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.Readiness;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.feed.internal.access.KeyAuthenticator;
import org.iochub.feed.internal.access.KeysResource;
import org.iochub.feed.internal.access.SessionResource;
import org.iochub.feed.internal.access.Sessions;
import org.iochub.feed.internal.access.SignInThrottle;
import org.iochub.feed.internal.access.Tickets;
import org.iochub.feed.internal.access.TicketsResource;
import org.iochub.feed.internal.alerts.AlertsResource;
import org.iochub.feed.internal.archive.ArchiveResource;
import org.iochub.feed.internal.archive.MessageResource;
import org.iochub.feed.internal.areas.AreasResource;
import org.iochub.feed.internal.audit.AccessTrail;
import org.iochub.feed.internal.audit.AuditResource;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.deploy.DeploymentsResource;
import org.iochub.feed.internal.export.ExportResource;
import org.iochub.feed.internal.feed.EventsResource;
import org.iochub.feed.internal.feed.FeedsResource;
import org.iochub.feed.internal.feed.Waiting;
import org.iochub.feed.internal.health.HealthResource;
import org.iochub.feed.internal.ingest.IngestResource;
import org.iochub.feed.internal.jetty.ServerManners;
import org.iochub.feed.internal.metrics.MetricsResource;
import org.iochub.feed.internal.ngsild.EntitiesResource;
import org.iochub.feed.internal.ngsild.TypesListResource;
import org.iochub.feed.internal.open311.RequestsResource;
import org.iochub.feed.internal.open311.ServicesResource;
import org.iochub.feed.internal.openapi.OpenApiResource;
import org.iochub.feed.internal.quality.QualityResource;
import org.iochub.feed.internal.quarantine.FaultView;
import org.iochub.feed.internal.quarantine.QuarantineResource;
import org.iochub.feed.internal.records.RecordResource;
import org.iochub.feed.internal.records.RecordsResource;
import org.iochub.feed.internal.replay.ReplaysResource;
import org.iochub.feed.internal.reports.ReportsResource;
import org.iochub.feed.internal.scope.Scopes;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.FaceServer;
import org.iochub.feed.internal.server.FaceState;
import org.iochub.feed.internal.server.RootResource;
import org.iochub.feed.internal.shadow.ShadowsResource;
import org.iochub.feed.internal.soap.SoapFeed;
import org.iochub.feed.internal.sources.ConfigurationResource;
import org.iochub.feed.internal.sources.OverviewResource;
import org.iochub.feed.internal.sources.SourcesResource;
import org.iochub.feed.internal.subscriptions.SubscriptionsResource;
import org.iochub.feed.internal.subscriptions.TapsResource;
import org.iochub.feed.internal.tenants.TenantsResource;
import org.iochub.feed.internal.types.TypesResource;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;
import org.iochub.reading.scope.internal.PersonalFieldsView;

/** The whole face on a free port, over ports in memory. */
public final class Face implements AutoCloseable {
    public static final String ADMIN = "admin-key-of-the-tests";
    public static final String READER = "reader-key-of-the-tests";
    /** How long a stream's reader may take nothing. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The people of the realm and their roles; the password of each is {@code pass:word}. */
    public static final Map<String, Set<String>> ROLES = Map.of(
            "an", Set.of("admin", "group"),
            "binh", Set.of("viewer"),
            "chi", Set.of("operator", "viewer"),
            "dung", Set.of("owner:vinhlong/citizen-reports"),
            "em", Set.of("somebody", "owner:vinhlong/nothing"));

    public static final Areas AREAS = AreaRegistry.builtIn();

    public final FakeBell bell = new FakeBell();
    public final FakeLog log = new FakeLog(bell);
    public final FakeKeys keys = new FakeKeys();
    public final FakeSources sources = new FakeSources();
    public final FakeConfigurations configurations = new FakeConfigurations();
    public final FakeArchive archive = new FakeArchive();
    public final FakeQuarantine quarantine = new FakeQuarantine();
    public final FakeReplays replays = new FakeReplays();
    public final FakeShadows shadows = new FakeShadows();
    public final FakeQuality quality = new FakeQuality();
    public final FakeRenormalises renormalises = new FakeRenormalises(replays);
    public final MovingClock clock = new MovingClock();
    public final FakeAudit audit = new FakeAudit();
    public final FakeAlerts alerts = new FakeAlerts();
    public final FakeReports reports = new FakeReports();
    public final FakeSubscriptions subscriptions = new FakeSubscriptions();
    public final List<FaceResource> resources;
    public final SoapFeed soap;

    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);
    private final FaceServer server;
    private final AccessTrail trail = new AccessTrail(audit);
    private final Waiting waiting = new Waiting(log, bell);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public Face(Readiness... checks) {
        keys.ensure("admin", ADMIN, Grants.administrator());
        keys.ensure("reader", READER, grants(PersonalLevel.FULL));
        Sessions sessions = new Sessions("test", clock);
        SignInThrottle throttle = new SignInThrottle(clock);
        Tickets tickets = new Tickets("a secret of the tests", clock);
        KeyAuthenticator authenticator = new KeyAuthenticator(
                keys,
                (user, password) ->
                        new String(password).equals("pass:word") ? ROLES.getOrDefault(user, Set.of()) : Set.of(),
                tickets,
                sessions,
                throttle,
                clock);
        server = new FaceServer(() -> Optional.of(authenticator), () -> Optional.of(trail), "https://ioc.example.vn");
        start();
        Hub hub = new TestHub(url());
        FakeTypes types = new FakeTypes();
        Scopes scopes = new Scopes(new Scoping(types, AREAS, new PersonalFieldsView()));
        CursorKeeper cursors = new CursorKeeper(Cursors.of("a secret of the tests"));
        FaultView faults = new FaultView(types);
        HealthResource health = new HealthResource();
        List.of(checks).forEach(health::with);
        resources = List.of(
                new TypesResource(hub, types),
                new FeedsResource(hub, log, waiting, scopes, cursors),
                new EventsResource(hub, log, waiting, scopes, cursors, PATIENCE),
                new RecordsResource(hub, log, log, scopes, cursors),
                new RecordResource(
                        hub,
                        log,
                        scopes,
                        faults,
                        archive,
                        version -> Optional.of(
                                List.of(new Step("status", Map.of("TrangThai", "4"), "done", "code(TrangThai)")))),
                new MessageResource(hub, sources, archive, log, scopes),
                new ArchiveResource(hub, sources, archive),
                new ExportResource(hub, log, log, scopes, cursors, AREAS),
                new SourcesResource(sources),
                new ConfigurationResource(sources, configurations),
                new OverviewResource(sources, new TwoTenants(), quarantine, clock),
                new SessionResource(hub, authenticator, sessions, trail, throttle),
                new TenantsResource(new TwoTenants(), clock),
                new ShadowsResource(shadows),
                new QualityResource(hub, quality),
                new QuarantineResource(hub, quarantine, faults, replays, sources),
                new ReplaysResource(hub, replays, renormalises, faults, sources),
                new AreasResource(hub, AREAS),
                new DeploymentsResource(new FakeDeployments()),
                new KeysResource(keys, clock),
                new TicketsResource(tickets),
                new AuditResource(hub, audit),
                new IngestResource(sources),
                health,
                new EntitiesResource(hub, log, log, types, scopes, cursors),
                new TypesListResource(hub, types),
                new ServicesResource(hub, log, log, scopes),
                new RequestsResource(hub, log, scopes, clock),
                new MetricsResource(sources, log, quarantine, subscriptions, new FakeTaps(), replays, Instant.EPOCH)
                        .with(alerts),
                new AlertsResource(alerts, clock),
                new ReportsResource(reports),
                new SubscriptionsResource(subscriptions),
                new TapsResource(new FakeTaps()),
                root(),
                new OpenApiResource(hub));
        server.publish(resources);
        soap = new SoapFeed(hub, log, log, types, scopes, cursors, authenticator, trail);
        server.publish(Optional.of(soap));
    }

    private static RootResource root() {
        RootResource root = new RootResource();
        root.setPage(new FrontPage() {
            @Override
            public byte[] html() {
                return "<!doctype html><title>IOC Hub</title>".getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public Map<String, String> headers() {
                return Map.of("Content-Security-Policy", "default-src 'self'");
            }
        });
        return root;
    }

    private void start() {
        connector.setHost("127.0.0.1");
        connector.setAcceptQueueSize(1_024);
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(server.bus());
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        holder.setInitParameter("hide-service-list-page", "true");
        context.addServlet(holder, "/*");
        HandlerCollection handlers = new HandlerCollection(true, context);
        jetty.setHandler(handlers);
        try {
            jetty.start();
            // As in the container, where the server runs before the hub teaches it.
            ServerManners manners = new ServerManners(new FaceState());
            handlers.addHandler(manners);
            manners.start();
        } catch (Exception e) {
            throw new IllegalStateException("the test server did not start", e);
        }
    }

    public static Grants grants(PersonalLevel level) {
        return new Grants(true, Optional.empty(), Optional.empty(), Optional.empty(), level, Set.of(), false);
    }

    /** Makes a key for a test. */
    public String key(Grants grants) {
        return keys.create("test", grants, Optional.empty()).value();
    }

    /** How many connections are open. */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Cuts off whoever takes nothing of an answer for so long. */
    public void idleTimeout(Duration most) {
        connector.setIdleTimeout(most.toMillis());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    public HttpResponse<String> get(String key, String address, String... headers) {
        return send(request(key, address, headers));
    }

    public CompletableFuture<HttpResponse<String>> getLater(String key, String address) {
        return client.sendAsync(request(key, address).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> getBytes(String key, String address, String... headers) throws Exception {
        return client.send(request(key, address, headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A response that is read line by line while it comes. */
    public HttpResponse<java.util.stream.Stream<String>> lines(String key, String address, String... headers)
            throws Exception {
        return client.send(request(key, address, headers).build(), HttpResponse.BodyHandlers.ofLines());
    }

    /** @param key empty for none */
    public HttpRequest.Builder request(String key, String address, String... headers) {
        URI uri = address.startsWith("http") ? URI.create(address) : url().resolve(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(90));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /** The address of the link with this relation. */
    public static Optional<String> link(HttpResponse<?> response, String relation) {
        Pattern pattern = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"");
        return response.headers().allValues("Link").stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    @Override
    public void close() {
        waiting.stop();
        trail.stop();
        server.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record TestHub(URI publicUrl) implements Hub {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public Path data() {
            return Path.of("target");
        }
    }

    private static final class TwoTenants implements Tenants {
        @Override
        public List<Tenant> list() {
            return List.of(tenant("vinhlong"), tenant("angiang"));
        }

        private static Tenant tenant(String id) {
            return new Tenant(
                    id,
                    Text.of("Tỉnh " + id, "Province " + id),
                    List.of("86"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("environment", "0270 382 3456"),
                    List.of("Nguyễn Văn An", "00:00-24:00 Tổ điều hành 1", "CN 00:00-24:00 Tổ điều hành 2"),
                    ZoneId.of("Asia/Ho_Chi_Minh"));
        }

        @Override
        public Optional<Tenant> get(String id) {
            return list().stream().filter(tenant -> tenant.id().equals(id)).findFirst();
        }
    }
}
