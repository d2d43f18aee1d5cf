package org.syncline.platform.engine.overlay;

import java.util.List;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.MetaverseObject;

/** Objects with all of their values: a large set that stands below cannot be kept above by its changes alone. */
final class Whole {
    private Whole() {}

    static ConnectorSpaceObject of(ConnectorSpaceObject object) {
        Hologram hologram = object.hologram();
        Attributes known = hologram.known();
        if (known == null) {
            return object;
        }
        Attributes whole = known;
        for (int index = 0; index < known.type().size(); index++) {
            if (known.get(index) instanceof LargeValues large) {
                whole = whole.toBuilder().set(index, Content.of(large.asList())).build();
            }
        }
        return whole == known
                ? object
                : object.with(new Hologram(hologram.type(), whole, hologram.pendingImport(),
                        hologram.unconfirmedExport(), hologram.pendingExport()));
    }

    static MetaverseObject of(MetaverseObject identity) {
        MetaverseObject whole = identity;
        for (int index = 0; index < identity.type().size(); index++) {
            if (identity.attributes().get(index) instanceof LargeValues large) {
                whole = whole.replaced(index, Content.of(large.asList()), List.copyOf(large.lineage()));
            }
        }
        return whole;
    }
}
