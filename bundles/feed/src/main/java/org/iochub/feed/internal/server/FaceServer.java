package org.iochub.feed.internal.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.common.gzip.GZIPInInterceptor;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;
import org.iochub.feed.internal.access.AccessFilter;
import org.iochub.feed.internal.access.Admission;
import org.iochub.feed.internal.access.Authenticator;
import org.iochub.feed.internal.audit.AccessTrail;
import org.iochub.feed.internal.audit.TrailFilter;
import org.iochub.feed.internal.ngsild.NgsiLdErrors;
import org.iochub.feed.internal.open311.GeoReportErrors;
import org.iochub.feed.internal.openapi.Catalog;
import org.iochub.feed.internal.problem.ProblemMapper;
import org.iochub.feed.internal.problem.WebProblemMapper;
import org.iochub.feed.internal.soap.SoapFeed;
import org.iochub.feed.internal.soap.SoapServer;

/** The CXF server that publishes resources, on a bus of its own. */
public final class FaceServer implements AutoCloseable {
    private static final int GZIP_FROM_BYTES = 1_000;

    private final Bus bus;
    private final List<Object> providers;
    private final Admission admission = new Admission(System::nanoTime);
    private Optional<Server> server = Optional.empty();
    private Optional<Server> soap = Optional.empty();
    private volatile boolean complete;

    public FaceServer(
            Supplier<Optional<Authenticator>> authenticator,
            Supplier<Optional<AccessTrail>> trail,
            String corsOrigins) {
        this.bus = asCxf(() -> BusFactory.newInstance().createBus());
        ProblemMapper problems = new ProblemMapper(this::isComplete);
        Catalog catalog = new Catalog();
        this.providers = List.of(
                problems,
                new WebProblemMapper(problems),
                new AddressCheck(),
                new EventStreamRouting(),
                new Cors(corsOrigins),
                new SafeHeaders(),
                new NgsiLdErrors(),
                new GeoReportErrors(),
                new EntityTags(),
                new AccessFilter(catalog, authenticator, admission),
                new TrailFilter(catalog, trail));
    }

    public Bus bus() {
        return bus;
    }

    /** Serves these resources instead of those before. */
    public synchronized void publish(List<? extends FaceResource> resources) {
        server.ifPresent(Server::destroy);
        server = resources.isEmpty() ? Optional.empty() : Optional.of(asCxf(() -> create(resources)));
        complete = Catalog.isComplete(resources);
    }

    /** Serves this at its own address instead of the one before. */
    public synchronized void publish(Optional<SoapFeed> feed) {
        soap.ifPresent(Server::destroy);
        soap = feed.map(each -> asCxf(() -> SoapServer.publish(bus, each, admission)));
    }

    /** Whether everything the description promises is served. */
    public boolean isComplete() {
        return complete;
    }

    private Server create(List<? extends FaceResource> resources) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/");
        factory.setServiceBeans(List.copyOf(resources));
        factory.setProviders(providers);
        // The description is at /api/v1/openapi.json, for those with a key.
        factory.setProperties(Map.of(
                "wadl.service.description.available", "false", FaultListener.class.getName(), new GoneReaders()));
        factory.getInInterceptors().add(new GZIPInInterceptor());
        factory.getOutInterceptors().add(new GZIPOutInterceptor(GZIP_FROM_BYTES));
        return factory.create();
    }

    @Override
    public synchronized void close() {
        server.ifPresent(Server::destroy);
        server = Optional.empty();
        publish(Optional.empty());
        bus.shutdown(true);
    }

    /** CXF finds its parts through the thread's class loader. */
    private static <T> T asCxf(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(BusFactory.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
