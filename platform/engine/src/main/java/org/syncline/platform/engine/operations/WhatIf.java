package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.Engine;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.overlay.OverlayStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.synchronization.DueSynchronizations;
import org.syncline.platform.engine.whatif.Reporting;
import org.syncline.platform.engine.whatif.Reporting.State;
import org.syncline.platform.engine.whatif.WhatIfReport;

/**
 * What other rules would do to everything that is stored, before anybody has to live with it: the synchronizations that a run would
 * make, on an overlay, and the difference between the outcome and what there would be without the change.
 *
 * <p>Without the change is not as it is now where something is pending, due or failed: there the same is done under the present rules,
 * on another overlay. Memory holds a page, a bit for each object that is written, and what the {@link Request#above} keeps there.
 */
public final class WhatIf {
    private final Store store;
    private final Connectors connectors;
    private final Instant now;
    private final Clock clock;
    private final int threads;

    /** @param threads how many evaluate the rules of a page; the result is the same for any number */
    public WhatIf(Store store, Connectors connectors, Clock clock, int threads) {
        this.store = store;
        this.connectors = connectors;
        this.now = clock.instant();
        this.clock = Clock.fixed(now, ZoneOffset.UTC);
        this.threads = threads;
    }

    /**
     * What is asked.
     *
     * @param present rules, those that the store is run with
     * @param changed rules
     * @param examples of each effect, at most
     * @param above opens an empty store for what an evaluation writes; it is closed when the evaluation ends
     */
    public record Request(PinnedRules present, Ruleset changed, int examples, Function<TypeSource, Store> above) {
        PinnedRules next() {
            return new PinnedRules(changed, present.version() + 1);
        }

        Set<String> connectors() {
            Set<String> names = new TreeSet<>(present.ruleset().connectors().keySet());
            names.addAll(changed.connectors().keySet());
            return names;
        }
    }

    /** @throws OperationRefused if nothing was imported yet */
    public WhatIfReport of(Request request) {
        refuseIfNothingWasRead(request.present.ruleset());
        boolean isAtRest = new DueSynchronizations(request.present, store, clock).steps(true).isEmpty();
        try (OverlayStore with = overlay(request, request.changed)) {
            List<StepReport> steps = synchronize(with, request.next());
            if (isAtRest) {
                return report(request, store, with, steps);
            }
            try (OverlayStore without = overlay(request, request.present.ruleset())) {
                synchronize(without, request.present);
                return report(request, without, with, steps);
            }
        }
    }

    private void refuseIfNothingWasRead(Ruleset rules) {
        if (rules.connectors().values().stream().noneMatch(one -> store.watermarks().of(one).wasRead())) {
            throw new OperationRefused(
                    "Nothing was imported yet, so there is nothing to try the rules on. Run it first:\n"
                            + "  syncline run " + connectors.folder());
        }
    }

    private OverlayStore overlay(Request request, Ruleset rules) {
        TypeSource types = TypeSource.of(() -> rules);
        return new OverlayStore(store, request.above.apply(types), types, request.connectors());
    }

    private List<StepReport> synchronize(OverlayStore overlay, PinnedRules rules) {
        Engine engine = new Engine(overlay, connectors, rules, clock, threads);
        DueSynchronizations due = new DueSynchronizations(rules, overlay, clock);
        List<StepReport> reports = new ArrayList<>();
        for (StepRequest step : due.steps(true)) {
            reports.add(engine.run(step, PageLoop.SEQUENTIAL));
        }
        for (StepRequest step : due.latecomers()) {
            reports.add(engine.run(step, PageLoop.SEQUENTIAL));
        }
        return reports;
    }

    private WhatIfReport report(Request request, Store without, OverlayStore with, List<StepReport> steps) {
        return new Reporting(new State(without, request.present.ruleset()), with, request.changed, connectors, now)
                .report(steps, request.examples);
    }
}
