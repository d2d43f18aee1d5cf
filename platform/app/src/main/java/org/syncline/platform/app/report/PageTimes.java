package org.syncline.platform.app.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A table of where the time of pages went: reading and working overlap with recording, so that the largest column counts. */
public final class PageTimes {
    private static final String RECORD = "syncline.pages.record";
    private static final String TITLES = "%-20s  %-12s  %7s  %8s  %8s  %8s";
    private static final String LINE = "%-20s  %-12s  %,7d  %,8.2f  %,8.2f  %,8.2f";

    private final PrintWriter out;

    public PageTimes(PrintWriter out) {
        this.out = out;
    }

    /** @param meters has the timers of the pipeline */
    public void print(MeterRegistry meters) {
        out.println(String.format(TITLES, "connector", "step", "pages", "read s", "work s", "record s"));
        meters.find(RECORD).timers().stream()
                .sorted(Comparator.comparing(PageTimes::connector).thenComparing(PageTimes::step))
                .forEach(timer -> out.println(line(meters, timer)));
        out.flush();
    }

    private static String line(MeterRegistry meters, Timer record) {
        return String.format(Locale.ROOT, LINE, connector(record), step(record), record.count(),
                seconds(meters, "syncline.pages.next", record), seconds(meters, "syncline.pages.work", record),
                seconds(meters, RECORD, record));
    }

    private static double seconds(MeterRegistry meters, String name, Timer record) {
        return meters.get(name).tags(record.getId().getTags()).timer().totalTime(TimeUnit.SECONDS);
    }

    private static String connector(Timer timer) {
        return timer.getId().getTag("connector");
    }

    private static String step(Timer timer) {
        return timer.getId().getTag("step");
    }
}
