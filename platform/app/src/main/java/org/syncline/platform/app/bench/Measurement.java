package org.syncline.platform.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a piece of work cost this process.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of all threads, the collector's and the compiler's included
 * @param peakHeapMb the most heap in use, garbage included
 */
public record Measurement(double seconds, double cpuSeconds, long peakHeapMb) {

    static Measurement of(Runnable work) {
        try (HeapWatch heap = HeapWatch.begin()) {
            long cpu = cpuNanos();
            long began = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Measurement(seconds, (cpuNanos() - cpu) / 1e9, heap.most() >> 20);
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
