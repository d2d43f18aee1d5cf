package org.syncline.platform.app.workspace;

import java.util.function.Consumer;
import org.syncline.dsl.reload.RulesetSource;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.run.PinnedRules;

/** The version of the rules that the steps of a folder use now: it is pinned, and renewed when no step runs. */
final class RulesInUse implements AutoCloseable {
    private final RulesetSource source;
    private final Consumer<Ruleset> types;
    private RulesetSource.Pin pin;
    private volatile PinnedRules pinned;

    /** @param types learns in which types the store gives objects from now on */
    RulesInUse(RulesetSource source, Consumer<Ruleset> types) {
        this.source = source;
        this.types = types;
        pin();
    }

    private void pin() {
        pin = source.pin();
        pinned = new PinnedRules(pin.ruleset(), pin.number());
        types.accept(pin.ruleset());
    }

    RulesetSource source() {
        return source;
    }

    PinnedRules pinned() {
        return pinned;
    }

    /** Those that are current now. To be called while no step runs. */
    PinnedRules renewed() {
        RulesetSource.Pin before = pin;
        pin();
        before.close();
        return pinned;
    }

    @Override
    public void close() {
        pin.close();
        source.close();
    }
}
