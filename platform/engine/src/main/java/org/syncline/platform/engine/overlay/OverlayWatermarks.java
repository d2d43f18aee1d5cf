package org.syncline.platform.engine.overlay;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Watermarks;

/** How far connectors were read below, and what synchronizations noted of it above. */
final class OverlayWatermarks implements Watermarks {
    private final Watermarks below;
    private final Watermarks above;
    private final Undo undo;
    private final Set<String> states = new HashSet<>();
    private final Set<String> rules = new HashSet<>();
    private final Set<String> selections = new HashSet<>();
    private final Set<String> holds = new HashSet<>();
    private boolean keys;

    OverlayWatermarks(Watermarks below, Watermarks above, Undo undo) {
        this.below = below;
        this.above = above;
        this.undo = undo;
    }

    private void note(Set<String> written, String connector) {
        if (written.add(connector)) {
            undo.note(() -> written.remove(connector));
        }
    }

    @Override
    public ImportState of(String connector) {
        return (states.contains(connector) ? above : below).of(connector);
    }

    @Override
    public void keep(String connector, ImportState state) {
        note(states, connector);
        above.keep(connector, state);
    }

    @Override
    public Map<String, String> evaluatedRules(String connector) {
        return (rules.contains(connector) ? above : below).evaluatedRules(connector);
    }

    @Override
    public void keepEvaluatedRules(String connector, Map<String, String> hashes) {
        note(rules, connector);
        above.keepEvaluatedRules(connector, hashes);
    }

    @Override
    public Map<String, String> keyDefinitions() {
        return (keys ? above : below).keyDefinitions();
    }

    @Override
    public void keepKeyDefinitions(Map<String, String> hashes) {
        keys = true;
        above.keepKeyDefinitions(hashes);
    }

    @Override
    public Map<String, String> selection(String connector) {
        return (selections.contains(connector) ? above : below).selection(connector);
    }

    @Override
    public void keepSelection(String connector, Map<String, String> hashes) {
        note(selections, connector);
        above.keepSelection(connector, hashes);
    }

    @Override
    public ImportHold holdOf(String connector) {
        return (holds.contains(connector) ? above : below).holdOf(connector);
    }

    @Override
    public void keep(String connector, ImportHold hold) {
        note(holds, connector);
        above.keep(connector, hold);
    }
}
