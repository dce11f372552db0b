package org.iochub.declarative.internal.fetch.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A server that takes connections and never says a word: the kernel connects, nobody accepts. */
public record Silence(ServerSocket socket) implements AutoCloseable {
    public static Silence open() throws IOException {
        return new Silence(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A port that nobody listens on. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
