package org.iochub.simulators.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQBasicSecurityManager;
import org.iochub.simulators.TemporaryDirectory;

/**
 * An MQTT 5 broker (Apache ActiveMQ Artemis) on a free local port, which keeps sessions and messages on disk over a
 * restart, and can be told to go down, to hang and to come back at the same address.
 */
final class Broker implements AutoCloseable {
    private static final String ROLE = "everybody";

    private final String user;
    private final String password;
    private final Path directory = TemporaryDirectory.make("broker");
    private final int port;
    private ActiveMQServer server;
    private ServerSocket deaf;

    Broker(String user, String password) {
        this.user = user;
        this.password = password;
        this.port = freePort();
        up();
    }

    URI address() {
        return URI.create("mqtt://127.0.0.1:" + port);
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** How many messages wait for, or lie unacknowledged with, the subscriber of that name. */
    synchronized long held(String clientId) {
        return queues(clientId).mapToLong(Queue::getMessageCount).sum();
    }

    private Stream<Queue> queues(String clientId) {
        return server.getPostOffice()
                .getAllBindings()
                .map(Binding::getBindable)
                .filter(Queue.class::isInstance)
                .map(Queue.class::cast)
                .filter(queue -> queue.getName().toString().startsWith(clientId + "."));
    }

    /** Whether somebody of that name has subscribed. */
    synchronized boolean knows(String clientId) {
        return server.isStarted() && queues(clientId).findAny().isPresent();
    }

    /** Closes every connection as a broken line would. */
    synchronized void breakLines() {
        server.getRemotingService()
                .getConnections()
                .forEach(connection -> connection.getTransportConnection().forceClose());
    }

    synchronized void up() {
        stopListening();
        try {
            server = new ActiveMQServerImpl(configuration(), security());
            server.getAddressSettingsRepository()
                    .addMatch(
                            "#",
                            new AddressSettings().setAutoCreateAddresses(true).setAutoCreateQueues(true));
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the simulated broker does not start", e);
        }
    }

    synchronized void down() {
        stopListening();
        try {
            if (server.isStarted()) {
                server.stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the simulated broker does not stop", e);
        }
    }

    /** Takes connections and says nothing. */
    synchronized void hang() {
        down();
        try {
            deaf = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        down();
        TemporaryDirectory.remove(directory);
    }

    private void stopListening() {
        try {
            if (deaf != null) {
                deaf.close();
                deaf = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setJournalDirectory(directory.resolve("journal").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(1 << 20)
                .setJournalMinFiles(2)
                // A power cut is not simulated.
                .setJournalDatasync(false)
                .setJournalSyncTransactional(false)
                .setJournalSyncNonTransactional(false)
                .setGlobalMaxSize(32L << 20)
                .setMaxDiskUsage(-1)
                .setJMXManagementEnabled(false)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT;useEpoll=false");
        configuration.putSecurityRoles(
                "#", Set.of(new Role(ROLE, true, true, true, true, true, true, false, true, true, true, false, false)));
        return configuration;
    }

    private ActiveMQBasicSecurityManager security() {
        ActiveMQBasicSecurityManager security = new ActiveMQBasicSecurityManager();
        security.init(Map.of(
                ActiveMQBasicSecurityManager.BOOTSTRAP_USER, user,
                ActiveMQBasicSecurityManager.BOOTSTRAP_PASSWORD, password,
                ActiveMQBasicSecurityManager.BOOTSTRAP_ROLE, ROLE));
        return security;
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
