package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.MetaverseObject;

/** Compares what identities are, without the change and with it. */
record Identities(Pairing pairing) {

    /**
     * What becomes of an identity.
     *
     * @param stored whether it is stored, whatever is pending
     * @param before without the change; null if it is not there
     * @param after with the change; null if it is not there
     */
    Difference between(boolean stored, MetaverseObject before, MetaverseObject after) {
        if (before == null && after == null) {
            return Difference.NONE;
        }
        if (before == null) {
            return new Difference(List.of(stored ? Effect.NOT_ENDED : Effect.PROJECTED),
                    Difference.values(null, after.attributes(), pairing::translated));
        }
        if (after == null) {
            return new Difference(List.of(stored ? Effect.ENDED : Effect.NOT_PROJECTED), List.of());
        }
        List<Effect> effects = new ArrayList<>();
        List<Difference.ChangedValue> values =
                Difference.values(before.attributes(), after.attributes(), pairing::translated);
        if (!values.isEmpty()) {
            effects.add(Effect.CHANGED);
        }
        if (before.isEnding() != after.isEnding()) {
            effects.add(before.isEnding() ? Effect.NOT_ENDING : Effect.ENDING);
        }
        return effects.isEmpty() ? Difference.NONE : new Difference(effects, values);
    }
}
