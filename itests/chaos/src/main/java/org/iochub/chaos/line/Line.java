package org.iochub.chaos.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line between the hub and a source's server, on a port of its own, that can be in any {@link Trouble}. What the server
 * says passes through {@link #heard}, for protocols that speak of further connections.
 */
public class Line implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int MOST_BEFORE_CUT = 3_000;

    private final int target;
    private final int port = Ports.free();
    private final Random random;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private volatile Trouble trouble = Trouble.NONE;
    private volatile boolean closed;
    private ServerSocket listening;

    /** @param target the server's port */
    public Line(int target, Random random) {
        this.target = target;
        this.random = random;
        listening = listen(port);
    }

    public int port() {
        return port;
    }

    /** From now on; connections that are open are in it too. */
    public synchronized void trouble(Trouble next) {
        trouble = next;
        boolean cut = next == Trouble.DOWN || next == Trouble.RESETTING || next == Trouble.HALF;
        if (cut) {
            cutAll();
        }
        if (next == Trouble.DOWN) {
            shut(listening);
        } else if (listening.isClosed() && !closed) {
            listening = listen(port);
        }
    }

    Trouble trouble() {
        return trouble;
    }

    /** What the server says, on its way to the hub. */
    protected byte[] heard(byte[] said) throws IOException {
        return said;
    }

    /** A further line to the same server, for one connection, in the same trouble. */
    protected int further(int to) {
        ServerSocket once = listen(0);
        open.add(once);
        start("line-once", () -> {
            try (once) {
                Socket hub = once.accept();
                open.remove(once);
                carry(hub, to, false);
            } catch (IOException e) {
                open.remove(once);
            }
        });
        return once.getLocalPort();
    }

    private ServerSocket listen(int on) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HERE, on));
            if (on != 0) {
                start("line-" + on, () -> accept(socket));
            }
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                carry(socket.accept(), target, true);
            } catch (IOException e) {
                // Either the line is down, or one connection came to nothing.
                continue;
            }
        }
    }

    private void carry(Socket hub, int to, boolean speaks) throws IOException {
        Socket server = new Socket(HERE, to);
        Cable cable = new Cable(hub, server, this::trouble, 1 + cutAfter());
        open.add(cable);
        Runnable gone = () -> open.remove(cable);
        start("line-up", () -> cable.pump(hub, server, said -> said, gone));
        start("line-down", () -> cable.pump(server, hub, speaks ? this::heard : said -> said, gone));
    }

    private synchronized int cutAfter() {
        return random.nextInt(MOST_BEFORE_CUT);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void cutAll() {
        open.forEach(Line::shut);
        open.clear();
    }

    static void shut(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            // It is to be of no use any more, and is.
            return;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        shut(listening);
        cutAll();
    }
}
