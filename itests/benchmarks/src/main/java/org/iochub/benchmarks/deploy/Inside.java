package org.iochub.benchmarks.deploy;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into a hub's process from outside: what it holds, after a collection of garbage. */
final class Inside implements AutoCloseable {
    private static final int COLLECTIONS = 3;

    private final long pid;
    private final JMXConnector connector;
    private final MBeanServerConnection server;

    /** What a process holds; {@code files} is 0 where the system does not tell. */
    record Held(int threads, int classes, int mbeans, int files, long heapKib) {}

    Inside(long pid) throws IOException {
        this.pid = pid;
        try {
            VirtualMachine machine = VirtualMachine.attach("" + pid);
            String address = machine.startLocalManagementAgent();
            machine.detach();
            connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
        } catch (AttachNotSupportedException e) {
            throw new IOException("process " + pid + " cannot be looked into", e);
        }
        server = connector.getMBeanServerConnection();
    }

    Held held() throws IOException {
        MemoryMXBean memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return new Held(
                ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class).getThreadCount(),
                ManagementFactory.getPlatformMXBean(server, ClassLoadingMXBean.class)
                        .getLoadedClassCount(),
                server.getMBeanCount(),
                files(),
                memory.getHeapMemoryUsage().getUsed() >> 10);
    }

    private int files() throws IOException {
        Path handles = Path.of("/proc/" + pid + "/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(handles)) {
            return (int) all.count();
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
