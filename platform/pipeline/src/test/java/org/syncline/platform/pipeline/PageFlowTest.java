package org.syncline.platform.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PageFlowTest {
    private static final IllegalArgumentException BROKEN = new IllegalArgumentException("broken");
    private static Flows flows;

    @BeforeAll
    static void start() {
        flows = new Flows();
    }

    @AfterAll
    static void close() {
        flows.close();
    }

    @AfterEach
    void leavesNoThreadOfItsStages() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("hr full-import")) {
                assertTrue(thread.join(java.time.Duration.ofSeconds(10)), thread + " is left");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordsThousandPagesInTheOrderInWhichTheyWereRead(boolean overlaps) {
        NumberedPages step = new NumberedPages(1_000, overlaps);
        assertEquals(StepResult.SUCCESS, run(step).result());
        assertEquals(pages(1_000), step.recorded);
        assertEquals(1, step.closed.get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void latePagesFollowOneByOneOnceAllOthersAreRecorded(boolean overlaps) {
        NumberedPages step = new NumberedPages(10, overlaps);
        step.late = 3;
        assertEquals(StepResult.SUCCESS, run(step).result());
        assertEquals(pages(13), step.recorded);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepWithoutPagesFinishes(boolean overlaps) {
        NumberedPages step = new NumberedPages(0, overlaps);
        assertEquals(StepResult.SUCCESS, run(step).result());
        assertEquals(1, step.closed.get());
    }

    @Test
    void threeStagesWorkAtTheSameTime() {
        NumberedPages step = new NumberedPages(3, true);
        CyclicBarrier together = new CyclicBarrier(3);
        step.onNext = when(3, () -> await(together));
        step.onWork = when(2, () -> await(together));
        step.onRecord = when(1, () -> await(together));
        assertEquals(StepResult.SUCCESS, run(step).result());
        assertEquals(Set.of("hr full-import read", "hr full-import work", Thread.currentThread().getName()),
                step.threads);
    }

    @Test
    void aStepThatMustNotOverlapStaysInTheCallingThreadOnePageAtATime() {
        NumberedPages step = new NumberedPages(5, false);
        step.onNext = page -> assertEquals(page - 1, step.recorded.size());
        assertEquals(StepResult.SUCCESS, run(step).result());
        assertEquals(Set.of(Thread.currentThread().getName()), step.threads);
    }

    @Test
    void readingNeverRunsFurtherAheadThanTheQueuesHold() {
        NumberedPages step = new NumberedPages(50, true);
        AtomicInteger worked = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        step.onWork = page -> {
            waitUntilReadingRests(step);
            ahead.accumulateAndGet(step.read.get() - worked.getAndIncrement(), Math::max);
        };
        run(step);
        assertTrue(ahead.get() <= 2 + 2, "read " + ahead + " pages before the first of them was worked");
    }

    @Test
    void workingWaitsForRecording() {
        NumberedPages step = new NumberedPages(50, true);
        AtomicInteger ahead = new AtomicInteger();
        step.onRecord = page -> {
            waitUntilReadingRests(step);
            ahead.accumulateAndGet(step.read.get() - step.recorded.size(), Math::max);
        };
        run(step);
        assertTrue(ahead.get() <= 7, ahead + " pages were under way: 3 in the stages and 4 in the queues are allowed");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesReadBeforeReadingFailedAreRecorded(boolean overlaps) {
        NumberedPages step = new NumberedPages(10, overlaps);
        step.onNext = when(4, PageFlowTest::fail);
        assertFails(step, 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesWorkedBeforeWorkingFailedAreRecorded(boolean overlaps) {
        NumberedPages step = new NumberedPages(100, overlaps);
        step.onWork = when(4, PageFlowTest::fail);
        assertFails(step, 3);
        assertTrue(step.read.get() <= 9, "reading went on to page " + step.read);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recordingEndsWithThePageThatFailed(boolean overlaps) {
        NumberedPages step = new NumberedPages(100, overlaps);
        step.onRecord = when(4, PageFlowTest::fail);
        assertFails(step, 3);
        assertTrue(step.read.get() <= 11, "reading went on to page " + step.read);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndThatFailsFailsTheStep(boolean overlaps) {
        NumberedPages step = new NumberedPages(3, overlaps);
        step.onFinish = PageFlowTest::fail;
        assertFails(step, 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anErrorOfTheMachineFailsTheStepToo(boolean overlaps) {
        NumberedPages step = new NumberedPages(10, overlaps);
        StackOverflowError error = new StackOverflowError("a script without end");
        step.onWork = when(4, () -> {
            throw error;
        });
        assertEquals(StepResult.STOPPED_SERVER, run(step).result());
        assertSame(error, step.failure.getCause());
        assertEquals(pages(3), step.recorded);
        assertEquals(1, step.closed.get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptionLetsThePagesAtHandFinishAndIsKept(boolean overlaps) {
        NumberedPages step = new NumberedPages(Integer.MAX_VALUE, overlaps);
        Thread caller = Thread.currentThread();
        AtomicBoolean interruptedAtTheEnd = new AtomicBoolean();
        step.onWork = when(5, caller::interrupt);
        step.onRecord = page -> interruptedAtTheEnd.set(page > 5 && Thread.currentThread().isInterrupted());
        assertEquals(StepResult.STOPPED_USER_TERMINATION, run(step).result());
        assertTrue(Thread.interrupted());
        assertInstanceOf(CancellationException.class, step.failure);
        assertEquals(pages(step.read.get()), step.recorded);
        assertEquals(1, step.closed.get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptionAmongLatePagesLetsTheOneAtHandFinish(boolean overlaps) {
        NumberedPages step = new NumberedPages(10, overlaps);
        step.late = 3;
        Thread caller = Thread.currentThread();
        step.onWork = when(11, caller::interrupt);
        assertEquals(StepResult.STOPPED_USER_TERMINATION, run(step).result());
        assertTrue(Thread.interrupted());
        assertEquals(pages(11), step.recorded);
        assertEquals(1, step.closed.get());
    }

    @Test
    void everyPageIsTimedInEveryEndpoint() {
        try (Flows measured = new Flows()) {
            measured.pages().run(new NumberedPages(7, true));
            assertEquals(9, timed(measured, "next"), "seven pages, and that there are no more, and no late ones");
            assertEquals(7, timed(measured, "work"));
            assertEquals(7, timed(measured, "record"));
        }
    }

    private static long timed(Flows flows, String endpoint) {
        return flows.meters().get("syncline.pages." + endpoint)
                .tag("connector", "hr").tag("step", Kind.FULL_IMPORT.text()).timer().count();
    }

    private static void assertFails(NumberedPages step, int recorded) {
        assertEquals("broken", run(step).message());
        assertSame(BROKEN, step.failure);
        assertEquals(pages(recorded), step.recorded);
        assertEquals(1, step.closed.get());
    }

    private static StepEnd run(NumberedPages step) {
        assertNull(step.failure);
        return flows.pages().run(step);
    }

    private static List<String> pages(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(page -> "page " + page).toList();
    }

    private static IntConsumer when(int wanted, Runnable action) {
        return page -> {
            if (page == wanted) {
                action.run();
            }
        };
    }

    private static void fail() {
        throw BROKEN;
    }

    private static void waitUntilReadingRests(NumberedPages step) {
        for (int before = -1; before != step.read.get();) {
            before = step.read.get();
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
