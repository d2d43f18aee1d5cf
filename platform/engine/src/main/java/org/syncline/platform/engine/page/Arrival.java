package org.syncline.platform.engine.page;

import java.util.List;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.Value;

/** Whether what was sent, without an answer, is what the system has now. */
public final class Arrival {
    private Arrival() {}

    /** Whether an object holds everything that a draft was sent with; its secrets nobody can compare. */
    public static boolean isOf(ConnectorSpaceObject draft, Attributes reported) {
        Attributes sent = draft.hologram().wanted();
        if (sent == null) {
            return false;
        }
        for (int index = 0; index < sent.type().size(); index++) {
            List<Value> values = sent.get(index).asList();
            boolean isSecret = values.stream().anyMatch(GeneratedSecret.class::isInstance);
            if (!isSecret && !reported.get(index).asList().containsAll(values)) {
                return false;
            }
        }
        return true;
    }

    /** What is still wanted of an account that exists: secrets are for accounts that are created, it keeps what it has. */
    public static Attributes withoutSecrets(Attributes wanted, Attributes present) {
        if (wanted == null) {
            return null;
        }
        Attributes.Builder without = wanted.toBuilder();
        for (int index = 0; index < wanted.type().size(); index++) {
            if (wanted.get(index).asList().stream().anyMatch(GeneratedSecret.class::isInstance)) {
                without.set(index, present.get(index));
            }
        }
        return without.build();
    }
}
