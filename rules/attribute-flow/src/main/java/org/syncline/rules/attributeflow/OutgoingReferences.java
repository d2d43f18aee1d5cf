package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ReferenceValue;

/** Leads references to identities to their accounts in one connected system. */
@FunctionalInterface
public interface OutgoingReferences {

    /**
     * How the system names the account of an identity.
     *
     * @param attribute of the system that is to hold the reference
     * @return a reference in the system's form, or null if the identity has no account there yet
     */
    ReferenceValue accountOf(long identity, String attribute);

    /**
     * A large set of references as the account is to hold it, and the identities referred to that have no account there.
     *
     * @param owed numbers of identities
     */
    record Led(Content content, List<Long> owed) {
        public Led {
            owed = List.copyOf(owed);
        }
    }

    /**
     * Where a large set leads that flows directly, computed from what changed in it.
     *
     * @param flow one of {@link StepwiseExports#among}
     * @return null if the whole set has to be looked at
     */
    default Led led(ExportFlow flow) {
        return null;
    }
}
