package org.iochub.feed.internal.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Any number of connections on one thread; each keeps what it got, up to a limit. */
public final class Crowd implements AutoCloseable {
    private static final int KEPT = 4_096;

    private final InetSocketAddress address;
    private final Selector selector = open();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final Thread thread = new Thread(this::run, "crowd");
    private volatile boolean stopped;

    public Crowd(URI server) {
        address = new InetSocketAddress(server.getHost(), server.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more connection that asks for a path. */
    public Member join(String path, String key) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1)));
        channel.configureBlocking(false);
        Member member = new Member(channel);
        members.add(member);
        channel.register(selector, SelectionKey.OP_READ, member);
        selector.wakeup();
        return member;
    }

    private void run() {
        try {
            while (!stopped) {
                selector.select(50);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Member) key.attachment()).read(buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopped = true;
        selector.wakeup();
        thread.join();
        for (Member member : members) {
            member.channel.close();
        }
        selector.close();
    }

    /** One connection. */
    public static final class Member {
        private final SocketChannel channel;
        private final ByteArrayOutputStream got = new ByteArrayOutputStream(512);

        private Member(SocketChannel channel) {
            this.channel = channel;
        }

        private void read(ByteBuffer buffer) throws IOException {
            buffer.clear();
            int count;
            try {
                count = channel.read(buffer);
            } catch (IOException reset) {
                count = -1;
            }
            if (count < 0) {
                channel.close();
                return;
            }
            synchronized (got) {
                got.write(buffer.array(), 0, Math.min(count, KEPT - Math.min(KEPT, got.size())));
            }
        }

        public String got() {
            synchronized (got) {
                return got.toString(StandardCharsets.UTF_8);
            }
        }

        /** 0 as long as there is no answer. */
        public int status() {
            String text = got();
            return text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12));
        }
    }
}
