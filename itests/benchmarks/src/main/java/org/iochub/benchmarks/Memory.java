package org.iochub.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most memory that was used since the last look. */
public final class Memory {
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong live = new AtomicLong();

    /**
     * In bytes.
     *
     * @param used heap with what nobody needs any more: right before a collection
     * @param live heap right after a collection; 0 when there was none
     */
    public record Peak(long used, long live) {}

    public Memory() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((notice, unused) -> collected(notice.getUserData()), null, null);
        }
    }

    private void collected(Object data) {
        if (data instanceof CompositeData composite) {
            var info = GarbageCollectionNotificationInfo.from(composite).getGcInfo();
            used.accumulateAndGet(sum(info.getMemoryUsageBeforeGc()), Math::max);
            live.accumulateAndGet(sum(info.getMemoryUsageAfterGc()), Math::max);
        }
    }

    private static long sum(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> isHeap(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static boolean isHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(bean -> bean.getName().equals(pool) && bean.getType() == MemoryType.HEAP);
    }

    /** Collects what earlier work left and starts anew. */
    public void reset() {
        System.gc();
        used.set(0);
        live.set(0);
    }

    public Peak peak() {
        long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Peak(Math.max(used.get(), now), live.get());
    }

    /** The most memory the whole process ever had, in bytes; 0 where the system does not tell. */
    public static long residentPeak() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
