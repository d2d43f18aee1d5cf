package org.syncline.platform.engine.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.export.GuardForecast;
import org.syncline.platform.engine.overlay.OverlayStore;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport.ErrorChange;
import org.syncline.platform.engine.whatif.WhatIfReport.GuardTrip;
import org.syncline.platform.engine.whatif.WhatIfReport.Step;

/** Reports what differs between what there is without a change of the rules and with it. */
public final class Reporting {
    private final State without;
    private final State with;
    private final OverlayStore evaluated;
    private final Connectors systems;
    private final Instant now;
    private final Set<String> connectors = new TreeSet<>();

    /** A store, and the rules that made what is in it. */
    public record State(Store store, Ruleset rules) {}

    /** @param evaluated on which the changed rules have run */
    public Reporting(State without, OverlayStore evaluated, Ruleset changed, Connectors systems, Instant now) {
        this.systems = systems;
        this.without = without;
        this.with = new State(evaluated, changed);
        this.evaluated = evaluated;
        this.now = now;
        connectors.addAll(without.rules.connectors().keySet());
        connectors.addAll(changed.connectors().keySet());
    }

    /**
     * The report.
     *
     * @param steps under the changed rules
     * @param examples of each effect, at most
     */
    public WhatIfReport report(List<StepReport> steps, int examples) {
        RuleDifference rules = new RuleDifference(without.rules, with.rules);
        Pairing pairing = new Pairing(without.store, evaluated);
        Accounts accounts = new Accounts(with.rules, new Present(now, with.rules.zone()), pairing);
        Comparison comparison =
                new Comparison(without.store, evaluated, connectors, pairing, accounts, examples).compare();
        return new WhatIfReport(
                now,
                rules.files(),
                rules.rules(),
                steps.stream().map(Reporting::step).toList(),
                comparison.ofSystems(rules),
                comparison.ofIdentities(rules),
                guards(),
                errors(pairing),
                ImportNotes.of(without.rules, with.rules, systems, without.store));
    }

    private static Step step(StepReport report) {
        return new Step(report.request().connector(), report.request().step().kind().text(), report.result().text(),
                report.result().isCompleted() || report.result().isHeld(), report.message());
    }

    private List<GuardTrip> guards() {
        List<GuardTrip> trips = new ArrayList<>();
        for (ConnectorDefinition connector : with.rules.connectors().values()) {
            Set<Affected> already = new HashSet<>();
            ConnectorDefinition present = without.rules.connectors().get(connector.name());
            if (present != null) {
                forecast(present, without).forEach(trip -> already.add(trip.what()));
            }
            forecast(connector, with).forEach(trip -> trips.add(
                    new GuardTrip(connector.name(), trip.message(), already.contains(trip.what()))));
        }
        return trips;
    }

    private List<GuardForecast> forecast(ConnectorDefinition connector, State state) {
        return connector.readOnly() ? List.of() : GuardForecast.of(connector, state.rules, state.store, now);
    }

    /** Those of systems that nobody has read yet say nothing. */
    private List<ErrorChange> errors(Pairing pairing) {
        Set<String> read = new HashSet<>(connectors);
        with.rules.connectors().values().stream()
                .filter(connector -> !with.store.watermarks().of(connector).wasRead())
                .forEach(connector -> read.remove(connector.name()));
        return new ErrorDifference(without.store, with.store, pairing).of(read);
    }
}
