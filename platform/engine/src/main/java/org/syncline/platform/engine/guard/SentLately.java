package org.syncline.platform.engine.guard;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Remembers what was sent to a connector, as far as guards of its exports look back, those of other run profiles among them. */
public final class SentLately {
    private final String connector;
    private final Duration window;
    private final ExportEffects effects;
    private final Store store;
    private final Clock clock;

    private SentLately(String connector, Duration window, ExportEffects effects, Store store, Clock clock) {
        this.connector = connector;
        this.window = window;
        this.effects = effects;
        this.store = store;
        this.clock = clock;
    }

    public static SentLately of(String connector, Ruleset ruleset, Store store, Clock clock) {
        ConnectorDefinition definition = ruleset.connectors().get(connector);
        return new SentLately(
                connector, definition.exportWindow(),
                new ExportEffects(definition, new Present(clock.instant(), ruleset.zone())), store, clock);
    }

    /**
     * Notes what was sent, within the transaction that notes what became of it.
     *
     * @param sent the objects as they were sent
     */
    public void note(Collection<ConnectorSpaceObject> sent) {
        if (window.isZero()) {
            return;
        }
        Map<Affected, Long> counts = new HashMap<>();
        sent.forEach(object -> effects.of(object).forEach(what -> counts.merge(what, 1L, Long::sum)));
        if (!counts.isEmpty()) {
            store.guardHistory().noteSent(connector, clock.instant(), counts);
        }
    }

    /** Within a transaction: forgets what no guard looks back to. */
    public void forget() {
        if (!window.isZero()) {
            store.guardHistory().forgetSent(connector, clock.instant().minus(window));
        }
    }
}
