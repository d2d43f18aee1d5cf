package org.syncline.dsl.extension.groovy;

import java.util.AbstractList;
import java.util.List;
import org.syncline.schema.identity.MetaverseObject;

/** The identities that match an object. */
public final class Candidates extends AbstractList<ScriptedObject> {
    private final List<MetaverseObject> identities;
    private final List<ScriptedObject> shown;

    Candidates(List<MetaverseObject> identities) {
        this.identities = identities;
        this.shown = identities.stream()
                .map(identity -> new ScriptedObject(identity.attributes(), identity.type()))
                .toList();
    }

    /** The number of the identity behind what a script was shown. */
    long identity(ScriptedObject candidate) {
        for (int index = 0; index < shown.size(); index++) {
            if (shown.get(index) == candidate) {
                return identities.get(index).id();
            }
        }
        throw new IllegalArgumentException("What was chosen is none of the candidates");
    }

    @Override
    public ScriptedObject get(int index) {
        return shown.get(index);
    }

    @Override
    public int size() {
        return shown.size();
    }
}
