package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Brings an identity that was stored under an older definition of its type under the present one. */
final class TypeChange {
    private TypeChange() {}

    static MetaverseObject apply(MetaverseObject identity, ObjectType type) {
        if (identity.type().equals(type)) {
            return identity;
        }
        List<List<Lineage>> lineage = new ArrayList<>();
        type.attributes().forEach(attribute -> {
            int index = identity.type().indexOf(attribute.name());
            lineage.add(index < 0 ? List.of() : identity.lineage().get(index));
        });
        return identity.with(identity.attributes().as(type), lineage);
    }
}
