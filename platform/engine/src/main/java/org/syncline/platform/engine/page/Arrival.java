package org.syncline.platform.engine.page;

import java.util.List;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Value;

/** Whether what was sent, without an answer, is what the system has now. */
public final class Arrival {
    private Arrival() {}

    /**
     * Whether an object holds everything that a draft was sent with. Its secrets nobody can compare, and its references may have been
     * held back until their targets exist.
     */
    public static boolean isOf(ConnectorSpaceObject draft, Attributes reported) {
        Attributes sent = draft.hologram().wanted();
        if (sent == null) {
            return false;
        }
        for (int index = 0; index < sent.type().size(); index++) {
            List<Value> values = sent.get(index).asList();
            boolean mayDiffer = sent.type().attribute(index).type() == AttributeType.REFERENCE
                    || values.stream().anyMatch(GeneratedSecret.class::isInstance);
            if (!mayDiffer && !reported.get(index).asList().containsAll(values)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it was sent, but its identity wants it no more: it must go again if it arrived. */
    public static boolean isUnwanted(ConnectorSpaceObject object) {
        return object.isDraft() && !object.link().isJoined();
    }

    /**
     * What is wanted of an account that was sent and exists: what was to change is changed, and nothing else.
     *
     * @param present what it holds
     * @return null if it is to be deleted
     */
    public static Attributes wantedNow(ConnectorSpaceObject sent, Attributes present) {
        Hologram hologram = sent.hologram();
        if (hologram.wanted() == null || isUnwanted(sent)) {
            return null;
        }
        return sent.isDraft()
                ? created(hologram.wanted(), present)
                : hologram.pendingExport().applyTo(present, sent.type());
    }

    /** Secrets are for accounts that are created, it keeps what it has; and what the draft says nothing of is the system's own. */
    private static Attributes created(Attributes draft, Attributes present) {
        Attributes.Builder created = draft.toBuilder();
        for (int index = 0; index < draft.type().size(); index++) {
            boolean isSecret = draft.get(index).asList().stream().anyMatch(GeneratedSecret.class::isInstance);
            if (isSecret || !draft.get(index).isPresent()) {
                created.set(index, present.get(index));
            }
        }
        return created.build();
    }
}
