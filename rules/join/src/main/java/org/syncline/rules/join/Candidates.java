package org.syncline.rules.join;

import java.util.List;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.schema.identity.MetaverseObject;

/** The identities that may match; looked up by the caller for {@link Joining#keys}. */
public interface Candidates {

    /** At least the identities of this type that hold this value in this attribute, whatever its case. */
    List<MetaverseObject> with(String metaverseType, String attribute, String value);

    /** Whether the identity is linked to an object of the same connector and object type. */
    boolean isTaken(long identity);

    /**
     * Who is meant where a criterion says that a program chooses.
     *
     * @param hits that match, several
     * @return null where nobody chose
     */
    default JoinResolution resolve(Criterion criterion, List<MetaverseObject> hits) {
        return null;
    }
}
