package org.syncline.platform.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.StepRunner;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PipelineTest {
    private final List<StepReport> reports = new ArrayList<>();

    @Test
    void returnsAtOnceWhenThereIsNothingToDo() {
        run((request, pages) -> success(request), List.of(), report -> List.of());
        assertEquals(List.of(), reports);
    }

    @Test
    void followUpsThatFanOutAllRunBeforeTheRunIsQuiet() {
        run((request, pages) -> success(request), List.of(step("0", Kind.FULL_IMPORT)), report -> {
            String parent = report.request().connector();
            return parent.length() == 4
                    ? List.of()
                    : IntStream.range(0, 4).mapToObj(child -> step(parent + child, Kind.values()[child])).toList();
        });
        assertEquals(1 + 4 + 16 + 64, reports.size());
        assertEquals(reports.size(), reports.stream().map(report -> report.request().connector()).distinct().count());
    }

    @Test
    void theListenerAndTheChoiceOfNextStepsStayInTheCallingThread() {
        Thread caller = Thread.currentThread();
        run((request, pages) -> success(request), List.of(step("hr", Kind.EXPORT)), report -> {
            assertSame(caller, Thread.currentThread());
            return List.of();
        });
        assertEquals(1, reports.size());
    }

    @Test
    void importsAndExportsOfDifferentConnectorsOverlapWithASynchronization() {
        CyclicBarrier together = new CyclicBarrier(5);
        run((request, pages) -> {
            await(together);
            return success(request);
        }, List.of(step("hr", Kind.FULL_IMPORT), step("ad", Kind.EXPORT), step("sap", Kind.DELTA_IMPORT),
                step("cloud", Kind.FULL_IMPORT), step("erp", Kind.FULL_SYNC)), report -> List.of());
        assertEquals(5, reports.size());
    }

    private static final List<Kind> KINDS = List.of(Kind.FULL_IMPORT, Kind.EXPORT, Kind.DELTA_SYNC, Kind.DELTA_IMPORT);

    @Test
    void stepsOfOneConnectorNeverOverlap() {
        Overlaps overlaps = new Overlaps(StepRequest::connector);
        List<StepRequest> steps = IntStream.range(0, 40)
                .mapToObj(number -> step("c" + number % 3, KINDS.get(number % KINDS.size())))
                .toList();
        run(overlaps, steps, report -> List.of());
        assertEquals(40, reports.size());
        assertEquals(Map.of("c0", 1, "c1", 1, "c2", 1), overlaps.most);
    }

    @Test
    void oneSynchronizationRunsAtATime() {
        Overlaps overlaps = new Overlaps(request -> "metaverse");
        List<StepRequest> steps = IntStream.range(0, 20)
                .mapToObj(number -> step("c" + number, number % 2 == 0 ? Kind.FULL_SYNC : Kind.DELTA_SYNC))
                .toList();
        run(overlaps, steps, report -> List.of());
        assertEquals(20, reports.size());
        assertEquals(Map.of("metaverse", 1), overlaps.most);
    }

    @Test
    void reportsComeInTheOrderInWhichTheStepsEnded() {
        CountDownLatch fastEnded = new CountDownLatch(1);
        try (Flows flows = new Flows((request, pages) -> {
            if (request.connector().equals("slow")) {
                await(fastEnded);
            }
            return success(request);
        })) {
            flows.run(next(List.of(step("slow", Kind.FULL_IMPORT), step("fast", Kind.FULL_IMPORT)),
                    report -> List.of()), report -> {
                        reports.add(report);
                        fastEnded.countDown();
                    });
        }
        assertEquals(List.of("fast", "slow"),
                reports.stream().map(report -> report.request().connector()).toList());
    }

    @Test
    void whatARunnerThrowsBecomesAReportAndTheOthersGoOn() {
        List<Throwable> thrown = List.of(new IllegalStateException("no idea"), new StackOverflowError("no end"));
        run((request, pages) -> switch (request.connector()) {
            case "exception" -> throw (RuntimeException) thrown.get(0);
            case "error" -> throw (Error) thrown.get(1);
            case "nothing" -> null;
            default -> success(request);
        }, List.of(step("exception", Kind.FULL_IMPORT), step("error", Kind.FULL_SYNC), step("nothing", Kind.EXPORT),
                step("good", Kind.EXPORT)), report -> List.of());
        Map<String, StepReport> byConnector = new ConcurrentHashMap<>();
        reports.forEach(report -> byConnector.put(report.request().connector(), report));
        assertEquals(StepResult.SUCCESS, byConnector.get("good").result());
        assertStopped(StepResult.STOPPED_SERVER, "java.lang.IllegalStateException: no idea",
                byConnector.get("exception"));
        assertStopped(StepResult.STOPPED_SERVER, "java.lang.StackOverflowError: no end",
                byConnector.get("error"));
        assertStopped(StepResult.STOPPED_SERVER, "the step gave no report", byConnector.get("nothing"));
    }

    @Test
    void aListenerThatFailsEndsTheRunWhenItsStepsHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        try (Flows flows = new Flows((request, pages) -> {
            ended.incrementAndGet();
            return success(request);
        })) {
            IllegalStateException broken = new IllegalStateException("the terminal is gone");
            NextSteps steps = next(List.of(step("hr", Kind.FULL_IMPORT)), report -> List.of());
            assertSame(broken, assertThrows(IllegalStateException.class, () -> flows.run(steps, report -> {
                throw broken;
            })));
            flows.run(steps, reports::add);
        }
        assertEquals(2, ended.get());
        assertEquals(1, reports.size());
    }

    @Test
    void stopFinishesThePagesAtHandAndStartsNothingNew() {
        NumberedPages endless = new NumberedPages(Integer.MAX_VALUE, true);
        AtomicInteger started = new AtomicInteger();
        try (Flows flows = new Flows((request, pages) -> {
            started.incrementAndGet();
            return report(request, pages.run(endless).result());
        })) {
            endless.onRecord = page -> {
                if (page == 10) {
                    flows.pipeline().stop();
                }
            };
            flows.run(next(List.of(step("hr", Kind.FULL_SYNC), step("ad", Kind.FULL_SYNC)),
                    report -> List.of(step("late", Kind.EXPORT))), reports::add);
        }
        assertEquals(1, started.get());
        assertEquals(endless.read.get(), endless.recorded.size());
        assertEquals(List.of("hr", "ad"), reports.stream().map(report -> report.request().connector()).toList());
        assertStopped(StepResult.STOPPED_USER_TERMINATION, "Not started", reports.get(1));
    }

    @Test
    void aRunThatComesAfterTheStopStartsNothing() {
        try (Flows flows = new Flows((request, pages) -> success(request))) {
            flows.pipeline().stop();
            flows.run(next(List.of(step("hr", Kind.FULL_IMPORT)), report -> List.of(step("late", Kind.EXPORT))),
                    reports::add);
        }
        assertEquals(1, reports.size());
        assertStopped(StepResult.STOPPED_USER_TERMINATION, "Not started", reports.getFirst());
    }

    @Test
    void anInterruptionStopsTheRunAndIsKept() {
        NumberedPages endless = new NumberedPages(Integer.MAX_VALUE, true);
        Thread caller = Thread.currentThread();
        endless.onRecord = page -> {
            if (page == 10) {
                caller.interrupt();
            }
        };
        run((request, pages) -> report(request, pages.run(endless).result()), List.of(step("hr", Kind.FULL_IMPORT)),
                report -> List.of(step("late", Kind.EXPORT)));
        assertTrue(Thread.interrupted());
        assertEquals(1, reports.size());
    }

    @Test
    void closingTheContextLetsThePagesAtHandFinish() throws InterruptedException {
        NumberedPages endless = new NumberedPages(Integer.MAX_VALUE, true);
        CountDownLatch underWay = new CountDownLatch(1);
        Flows flows = new Flows((request, pages) -> report(request, pages.run(endless).result()));
        endless.onRecord = page -> underWay.countDown();
        Thread runner = Thread.ofPlatform().start(() -> flows.run(
                next(List.of(step("hr", Kind.FULL_IMPORT)), report -> List.of()), reports::add));
        underWay.await();
        flows.close();
        runner.join();
        assertEquals(1, reports.size());
        assertEquals(endless.read.get(), endless.recorded.size());
    }

    @Test
    void twoRunsGetTheirOwnReports() throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(2);
        List<StepReport> others = new CopyOnWriteArrayList<>();
        try (Flows flows = new Flows((request, pages) -> {
            await(together);
            return success(request);
        })) {
            Thread other = Thread.ofPlatform()
                    .start(() -> flows.run(next(List.of(step("ad", Kind.EXPORT)), report -> List.of()), others::add));
            flows.run(next(List.of(step("hr", Kind.FULL_IMPORT)), report -> List.of()), reports::add);
            other.join();
        }
        assertEquals(List.of("hr"), reports.stream().map(report -> report.request().connector()).toList());
        assertEquals(List.of("ad"), others.stream().map(report -> report.request().connector()).toList());
    }

    @Test
    void noThreadIsLeftAfterTheContextIsClosed() throws InterruptedException {
        var before = Thread.getAllStackTraces().keySet();
        run((request, pages) -> report(request, pages.run(new NumberedPages(20, true)).result()),
                List.of(step("hr", Kind.FULL_IMPORT), step("ad", Kind.EXPORT), step("hr", Kind.FULL_SYNC)),
                report -> List.of());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !thread.isDaemon()) {
                assertTrue(thread.join(Duration.ofSeconds(10)), thread + " is left");
            }
        }
    }

    private void run(StepRunner runner, List<StepRequest> first, Function<StepReport, List<StepRequest>> after) {
        try (Flows flows = new Flows(runner)) {
            flows.run(next(first, after), reports::add);
        }
    }

    private static NextSteps next(List<StepRequest> first, Function<StepReport, List<StepRequest>> after) {
        return new NextSteps() {
            @Override
            public List<StepRequest> first() {
                return first;
            }

            @Override
            public List<StepRequest> after(StepReport report) {
                return after.apply(report);
            }
        };
    }

    private static void assertStopped(StepResult result, String message, StepReport report) {
        assertEquals(result, report.result());
        assertTrue(report.message().contains(message), report.message());
    }

    private static StepRequest step(String connector, Kind kind) {
        return Flows.step(connector, kind);
    }

    private static StepReport success(StepRequest request) {
        return report(request, StepResult.SUCCESS);
    }

    private static StepReport report(StepRequest request, StepResult result) {
        return new StepReport(request, result, new Counters(), null, List.of(), Duration.ZERO);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
