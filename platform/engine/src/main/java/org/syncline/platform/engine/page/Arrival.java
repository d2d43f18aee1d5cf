package org.syncline.platform.engine.page;

import java.util.List;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.GeneratedSecret;
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
     * What is wanted of an account that was sent and exists: secrets are for accounts that are created, it keeps what it has; and
     * what the draft says nothing of is the system's own.
     *
     * @param present what it holds
     * @return null if it is to be deleted
     */
    public static Attributes wantedNow(ConnectorSpaceObject sent, Attributes present) {
        Attributes wanted = sent.hologram().wanted();
        if (wanted == null || isUnwanted(sent)) {
            return null;
        }
        Attributes.Builder without = wanted.toBuilder();
        for (int index = 0; index < wanted.type().size(); index++) {
            boolean isSecret = wanted.get(index).asList().stream().anyMatch(GeneratedSecret.class::isInstance);
            if (isSecret || sent.isDraft() && !wanted.get(index).isPresent()) {
                without.set(index, present.get(index));
            }
        }
        return without.build();
    }
}
