package org.syncline.platform.pipeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.messaging.Message;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;

/**
 * Drives the pages of one step through the inner flow: all in the calling thread, or each stage in a thread of its own.
 *
 * @param name of the step, for its threads
 */
record FlowingPages(String name, PageLoops channels, PageTimings timings, BooleanSupplier stopped) implements PageLoop {

    @Override
    public <P, R> StepEnd run(PagedStep<P, R> step) {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Patience patience = new Patience(() -> interrupted.set(true))) {
            return run(step, patience, () -> stopped.getAsBoolean() || interrupted.get());
        }
    }

    private <P, R> StepEnd run(PagedStep<P, R> step, Patience patience, BooleanSupplier ending) {
        try (step) {
            if (step.overlaps()) {
                overlapping(step, patience, ending);
            } else {
                oneByOne(step, step::next, patience, ending);
            }
            oneByOne(step, step::nextLate, patience, ending);
            return step.finish();
        } catch (RuntimeException | Error failure) {
            return step.fail(Causes.runtimeException(failure));
        }
    }

    private <P, R> void oneByOne(
            PagedStep<P, R> step, Supplier<Optional<P>> reading, Patience patience, BooleanSupplier ending) {
        PageSource<P, R> source = new PageSource<>(step, reading, timings, channels.worked(), () -> {
            patience.noticeInterruption();
            return ending.getAsBoolean();
        });
        for (Message<?> page = source.receive(); page != null; page = source.receive()) {
            channels.read().send(page);
        }
    }

    /** The calling thread records; reading and working happen in threads that end with the step. */
    private <P, R> void overlapping(PagedStep<P, R> step, Patience patience, BooleanSupplier ending) {
        Stage record = new Stage(channels.worked(), null);
        Stage work = new Stage(channels.read(), record);
        PageSource<P, R> source = new PageSource<>(step, step::next, timings, record.queue(),
                () -> ending.getAsBoolean() || work.isBroken());
        inThread("read", reading -> work.fill(source, reading));
        inThread("work", working -> working.send(work.carry(working).message(), record.queue()));
        record.carry(patience).check();
    }

    private void inThread(String stage, Consumer<Patience> task) {
        Thread.ofPlatform().name(name + " " + stage).start(() -> {
            try (Patience patience = new Patience(() -> {})) {
                task.accept(patience);
            }
        });
    }
}
