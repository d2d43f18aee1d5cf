package org.syncline.dsl.extension.drools;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.syncline.dsl.ruleset.EndlessProgram;

/**
 * Gives rules no more than a time for a page. Java cannot end a thread that does not want to: rules that do not come to an end keep
 * theirs, and a processor, until the process ends.
 */
final class Watch {
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("rules-", 1).factory());

    private final Duration budget;
    private final Quarantine quarantine;

    Watch(Duration budget, Quarantine quarantine) {
        this.budget = budget;
        this.quarantine = quarantine;
    }

    /**
     * What the work results in.
     *
     * @throws EndlessProgram if it took too long
     */
    <T> T within(Firing firing, Callable<T> work) {
        Thread[] worker = new Thread[1];
        FutureTask<T> task = new FutureTask<>(() -> {
            worker[0] = Thread.currentThread();
            return work.call();
        });
        THREADS.execute(task);
        try {
            return task.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw givenUp(firing, worker[0], task);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("Rules were stopped while they fired");
        }
    }

    private EndlessProgram givenUp(Firing firing, Thread worker, FutureTask<?> task) {
        boolean inConsequence = worker != null && Arrays.stream(worker.getStackTrace())
                .anyMatch(CompiledRule::isConsequence);
        CompiledRule rule = inConsequence ? firing.current() : null;
        if (rule != null) {
            quarantine.add(rule);
        }
        task.cancel(true);
        return new EndlessProgram(message(rule));
    }

    private String message(CompiledRule rule) {
        return rule == null
                ? "The conditions of rules took longer than " + budget.toSeconds()
                        + " s for one page. Look for patterns that can match a text in very many ways."
                : "Rule '" + rule.name() + "' (" + rule.location() + ") did not come to an end within "
                        + budget.toSeconds() + " s. It is not fired any more; mend it and save its file.";
    }
}
