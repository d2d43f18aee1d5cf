package org.syncline.dsl.extension.drools;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
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
     * @param alone the work of single rules, by which it is found whose condition does not come to an end
     * @throws EndlessProgram if it took too long
     */
    <T> T within(Firing firing, Callable<T> work, Supplier<Map<CompiledRule, Runnable>> alone) {
        Thread[] worker = new Thread[1];
        FutureTask<T> task = new FutureTask<>(() -> {
            worker[0] = Thread.currentThread();
            return work.call();
        });
        try {
            return result(task);
        } catch (TimeoutException late) {
            boolean inConsequence = isInConsequence(worker[0]);
            task.cancel(true);
            throw inConsequence ? endlessConsequence(firing.current()) : endlessCondition(alone.get());
        }
    }

    private <T> T result(FutureTask<T> task) throws TimeoutException {
        THREADS.execute(task);
        try {
            return task.get(budget.toNanos(), TimeUnit.NANOSECONDS);
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

    private static boolean isInConsequence(Thread worker) {
        return worker != null && Arrays.stream(worker.getStackTrace()).anyMatch(CompiledRule::isConsequence);
    }

    private EndlessProgram endlessConsequence(CompiledRule rule) {
        quarantine.add(rule);
        return new EndlessProgram(message(rule));
    }

    private EndlessProgram endlessCondition(Map<CompiledRule, Runnable> alone) {
        Optional<CompiledRule> endless = alone.entrySet().stream()
                .filter(rule -> !ends(rule.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        endless.ifPresent(quarantine::addCondition);
        return new EndlessProgram(endless.map(this::message).orElse("The conditions of rules took longer than "
                + budget.toSeconds() + " s for one page, each by itself less. Use fewer rules, or smaller pages."));
    }

    /** Whether a rule by itself comes to an end, well or badly. */
    private boolean ends(Runnable rule) {
        FutureTask<Void> task = new FutureTask<>(rule, null);
        try {
            result(task);
            return true;
        } catch (TimeoutException late) {
            task.cancel(true);
            return false;
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException failed) {
            return true;
        }
    }

    private String message(CompiledRule rule) {
        return "Rule '" + rule.name() + "' (" + rule.location() + ") did not come to an end within "
                + budget.toSeconds() + " s. It is not fired any more; mend it and save its file.";
    }
}
