package org.syncline.platform.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * What a piece of work cost this process.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of all threads, the collector's and the compiler's included
 * @param peakHeapMb the most heap in use, garbage included
 */
public record Measurement(double seconds, double cpuSeconds, long peakHeapMb) {

    static Measurement of(Runnable work) {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpu = cpuNanos();
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measurement(seconds, (cpuNanos() - cpu) / 1e9, usedAtMost());
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long usedAtMost() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
