package org.iochub.chaos.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.Report;
import org.iochub.chaos.hub.ChaosHub;
import org.iochub.chaos.line.Trouble;

/** Pushes over HTTP, each message again until a 2xx says that it is durable. */
public final class PushLoad extends Load {
    private static final long BETWEEN_TRIES_MILLIS = 100;
    private static final int HANGING_AT_ONCE = 8;

    private final ChaosHub hub;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Deque<Socket> hanging = new ArrayDeque<>();
    private String key = "";
    private int again;
    private volatile long tries;

    public PushLoad(String id, Ledger ledger, ChaosHub hub) {
        super(id, ledger);
        this.hub = hub;
    }

    @Override
    public String source() {
        return Declared.source(id, "push: {}\n", "");
    }

    @Override
    public Set<Trouble> troubles() {
        return EnumSet.complementOf(EnumSet.of(Trouble.NONE));
    }

    @Override
    public void connect(ChaosHub at) throws IOException, InterruptedException {
        key = at.pushKey(id);
    }

    @Override
    protected void send(String name, List<Report> reports) throws IOException, InterruptedException {
        String body = Lines.of(reports);
        badly(body);
        deliver(name, body);
        ledger.acknowledge(reports);
        if (trouble() == Trouble.AGAIN) {
            deliver(name + "-lai-" + ++again, body);
        }
    }

    private void deliver(String name, String body) throws InterruptedException {
        while (!closed()) {
            try {
                HttpResponse<String> answer = hub.push(id, key, name, body);
                int status = answer.statusCode();
                if (status / 100 == 2) {
                    return;
                }
                if (status != 429 && status != 503 && status != 404) {
                    ledger.violate(id + ": a push was answered with " + status + ": " + answer.body());
                }
            } catch (IOException e) {
                tries++; // Killed, or cut, under our hands: the message comes again.
            }
            never.await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void suffer(Trouble now) throws InterruptedException {
        while (trouble() == Trouble.DOWN && !closed()) {
            never.await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (trouble() != Trouble.HANGING) {
            hanging.forEach(PushLoad::shut);
            hanging.clear();
        }
    }

    /** What a broken sender does before it sends as it should. */
    private void badly(String body) throws InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Trouble now = trouble();
        if (now != Trouble.HALF && now != Trouble.RESETTING && now != Trouble.HANGING && now != Trouble.SLOW) {
            return;
        }
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port());
            socket.getOutputStream()
                    .write(("POST /api/v1/ingest/" + id + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + bytes.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes, 0, bytes.length / 2);
            socket.getOutputStream().flush();
            if (now == Trouble.RESETTING) {
                socket.setSoLinger(true, 0);
            }
            if (now == Trouble.SLOW) {
                dribble(socket, bytes);
            }
            if (now == Trouble.HANGING && hanging.size() < HANGING_AT_ONCE) {
                hanging.add(socket);
            } else {
                socket.close();
            }
        } catch (IOException e) {
            tries++; // It was to come to nothing anyway.
        }
    }

    private void dribble(Socket socket, byte[] bytes) throws IOException, InterruptedException {
        int rest = bytes.length - bytes.length / 2;
        for (int i = 0; i < 10; i++) {
            socket.getOutputStream().write(bytes, bytes.length / 2 + i * (rest / 20), rest / 20);
            socket.getOutputStream().flush();
            never.await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return;
        }
    }

    /** Attempts that came to nothing. */
    public long tries() {
        return tries;
    }

    @Override
    protected int collect() {
        return 0;
    }

    @Override
    protected void shut() {
        hanging.forEach(PushLoad::shut);
    }
}
