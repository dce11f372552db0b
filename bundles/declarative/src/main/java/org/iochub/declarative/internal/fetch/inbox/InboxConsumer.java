package org.iochub.declarative.internal.fetch.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an inbox on a thread of its own, one parcel at a time: deliver, then acknowledge. Whatever fails, the inbox is
 * closed and, after a pause that grows, opened anew.
 */
final class InboxConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);
    private static final Duration DRAIN = Duration.ofSeconds(25);

    private final Source<DeclaredSettings> source;
    private final InboxRoutes.Plan plan;
    private final Pause pause = new Pause();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<ExecutorService> thread = Optional.empty();

    InboxConsumer(InboxEndpoint endpoint, Processor processor, Source<DeclaredSettings> source, InboxRoutes.Plan plan) {
        super(endpoint, processor);
        this.source = source;
        this.plan = plan;
    }

    /** The hub did not take a parcel, and has said so itself. */
    private static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        NotTaken(Throwable cause) {
            super(cause);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CountDownLatch untilStopped = new CountDownLatch(1);
        stopping = untilStopped;
        ExecutorService executor = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, source.routeId(plan.kind()));
        thread = Optional.of(executor);
        executor.execute(() -> read(untilStopped));
    }

    /** The parcel under way gets its time to be taken and acknowledged; then the thread is interrupted. */
    @Override
    protected void doStop() throws Exception {
        stopping.countDown();
        thread.ifPresent(executor -> getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .shutdownGraceful(executor, DRAIN.toMillis()));
        thread = Optional.empty();
        super.doStop();
    }

    private void read(CountDownLatch untilStopped) {
        try {
            while (untilStopped.getCount() > 0) {
                Duration wait = readUntilItFails(untilStopped);
                if (untilStopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to wait before the next opening */
    private Duration readUntilItFails(CountDownLatch untilStopped) throws InterruptedException {
        try (Inbox inbox = plan.opener().open()) {
            while (untilStopped.getCount() > 0) {
                Optional<Parcel> parcel = inbox.next();
                if (parcel.isPresent()) {
                    deliver(parcel.get());
                    pause.reset();
                } else if (untilStopped.getCount() > 0) {
                    pause.reset();
                    source.upToDate();
                    if (!plan.every().isZero()) {
                        return plan.every();
                    }
                }
            }
            return Duration.ZERO;
        } catch (InterruptedException e) {
            throw e;
        } catch (NotTaken e) {
            LOG.debug("The hub did not take a message of {}", source.id());
            return pause.next();
        } catch (Exception | LinkageError e) {
            if (untilStopped.getCount() > 0) {
                // The kind only: what an exception says may hold an address with a password in it.
                LOG.debug(
                        "Source {} cannot be read: {}",
                        source.id(),
                        e.getClass().getName());
                source.waiting(plan.troubles().tell(e));
            }
            return pause.next();
        }
    }

    private void deliver(Parcel parcel) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            Message message = exchange.getMessage();
            parcel.attributes().forEach(message::setHeader);
            message.setHeader(HubHeaders.MESSAGE_ID, parcel.id());
            message.setHeader(HubHeaders.MESSAGE_NAME, parcel.name());
            parcel.checkpoint().ifPresent(text -> message.setHeader(HubHeaders.CHECKPOINT, text));
            message.setBody(parcel.body());
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw new NotTaken(exchange.getException());
            }
        } finally {
            releaseExchange(exchange, false);
        }
        parcel.taken().send();
    }
}
