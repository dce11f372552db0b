package org.iochub.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which threads used the processors since this was made. Threads that ended meanwhile count as the JVM's own. */
public final class CpuByThread {
    private static final String JVM = "JVM itself";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<Long, Long> before = new HashMap<>();
    private final long processBefore = system.getProcessCpuTime();

    public CpuByThread() {
        for (long id : threads.getAllThreadIds()) {
            before.put(id, threads.getThreadCpuTime(id));
        }
    }

    /** Nanoseconds by the threads' names, and those of the JVM itself: compiler and collector. */
    public Map<String, Long> nanos() {
        Map<String, Long> nanos = new TreeMap<>();
        long rest = system.getProcessCpuTime() - processBefore;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                long id = thread.getThreadId();
                long used = threads.getThreadCpuTime(id) - before.getOrDefault(id, 0L);
                rest -= used;
                nanos.merge(thread.getThreadName().replaceAll("[ -]?[0-9/:].*", ""), used, Long::sum);
            }
        }
        nanos.merge(JVM, rest, Long::sum);
        return nanos;
    }
}
