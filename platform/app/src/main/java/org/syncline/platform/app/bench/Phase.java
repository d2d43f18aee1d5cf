package org.syncline.platform.app.bench;

import java.util.Locale;
import org.syncline.platform.engine.port.StoreStatistics;

/**
 * One part of a scenario, measured.
 *
 * @param objects how many it handled
 * @param store what the store did
 * @param values how many values it sent; null where it sends none or nobody counted
 * @param requests how many operations the directory server carried out; null where it does not tell
 * @param floorSeconds what the libraries alone take for the same reading and writing; null where there is nothing of the kind
 */
public record Phase(
        String name, long objects, Measurement measured, StoreStatistics store, Long values, Long requests,
        Double floorSeconds) {

    /** As one line of JSON. */
    public String json() {
        return String.format(Locale.ROOT,
                "{\"phase\":\"%s\",\"objects\":%d,\"seconds\":%.3f,\"cpuSeconds\":%.3f,\"peakHeapMb\":%d,"
                        + "\"statements\":%d,\"rowsWritten\":%d,\"values\":%s,\"requests\":%s,\"floorSeconds\":%s}",
                name, objects, measured.seconds(), measured.cpuSeconds(), measured.peakHeapMb(),
                store.statementsRun(), store.rowsWritten(), values, requests,
                floorSeconds == null ? null : String.format(Locale.ROOT, "%.3f", floorSeconds));
    }

    /** The titles of {@link #line}. */
    public static String header() {
        return String.format("%-24s %10s %9s %9s %10s %10s %9s %10s %10s %9s %9s %9s %7s",
                "phase", "objects", "seconds", "cpu s", "objects/s", "per cpu s", "heap MB", "statements", "rows",
                "values", "requests", "floor s", "floors");
    }

    /** As a line of a table. */
    public String line() {
        return String.format(Locale.ROOT, "%-24s %,10d %9.2f %9.2f %,10.0f %,10.0f %,9d %,10d %,10d %9s %9s %9s %7s",
                name, objects, measured.seconds(), measured.cpuSeconds(), objects / measured.seconds(),
                objects / measured.cpuSeconds(), measured.peakHeapMb(), store.statementsRun(), store.rowsWritten(),
                counted(values), counted(requests),
                floorSeconds == null ? "" : String.format(Locale.ROOT, "%.2f", floorSeconds),
                floorSeconds == null ? "" : String.format(Locale.ROOT, "%.2f", measured.seconds() / floorSeconds))
                .stripTrailing();
    }

    private static String counted(Long number) {
        return number == null ? "" : String.format(Locale.ROOT, "%,d", number);
    }
}
