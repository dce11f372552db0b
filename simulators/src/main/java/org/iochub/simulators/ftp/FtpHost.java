package org.iochub.simulators.ftp;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.Ftplet;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A real FTP server on the loopback address, each user in a directory of their own. */
public final class FtpHost implements AutoCloseable {
    private final FtpServer server;
    private final Listener listener;

    /**
     * @param port 0 for any free one
     * @param homes the directory of each user; made when it is missing
     * @param password of every user
     */
    public FtpHost(int port, Map<String, Path> homes, String password) {
        this(port, homes, password, new DefaultFtplet());
    }

    /** @param manners looks at every command, and may answer in the server's stead */
    public FtpHost(int port, Map<String, Path> homes, String password, Ftplet manners) {
        try {
            FtpServerFactory factory = new FtpServerFactory();
            factory.setUserManager(users(homes, password));
            factory.setConnectionConfig(connections());
            factory.setFtplets(new HashMap<>(Map.of("manners", manners)));
            this.listener = listener(port);
            factory.addListener("default", listener);
            this.server = factory.createServer();
            server.start();
        } catch (FtpException e) {
            throw new IllegalStateException("the FTP server does not start on port " + port, e);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getPort();
    }

    private static UserManager users(Map<String, Path> homes, String password)
            throws FtpException, java.io.IOException {
        PropertiesUserManagerFactory factory = new PropertiesUserManagerFactory();
        factory.setPasswordEncryptor(new ClearTextPasswordEncryptor());
        UserManager manager = factory.createUserManager();
        for (Map.Entry<String, Path> home : homes.entrySet()) {
            Files.createDirectories(home.getValue());
            BaseUser user = new BaseUser();
            user.setName(home.getKey());
            user.setPassword(password);
            user.setHomeDirectory(home.getValue().toString());
            user.setAuthorities(List.of(new WritePermission()));
            manager.save(user);
        }
        return manager;
    }

    private static org.apache.ftpserver.ConnectionConfig connections() {
        ConnectionConfigFactory factory = new ConnectionConfigFactory();
        factory.setAnonymousLoginEnabled(false);
        factory.setMaxLogins(100);
        factory.setLoginFailureDelay(0);
        return factory.createConnectionConfig();
    }

    private static Listener listener(int port) {
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        // 0: whatever port is free when a transfer starts.
        data.setPassivePorts("0");
        data.setPassiveAddress("127.0.0.1");
        ListenerFactory factory = new ListenerFactory();
        factory.setServerAddress("127.0.0.1");
        factory.setPort(port);
        factory.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return factory.createListener();
    }

    @Override
    public void close() {
        server.stop();
    }
}
