package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Everything that a store holds, at one moment. */
record Staged(
        List<ConnectorSpaceObject> employees,
        List<ConnectorSpaceObject> accounts,
        List<MetaverseObject> identities,
        List<ObjectError> errors) {
    private static final int ALL = 1000;

    static Staged in(House house) {
        Store store = house.store();
        List<ObjectError> errors = new ArrayList<>(store.runHistory().errors("hr"));
        errors.addAll(store.runHistory().errors("directory"));
        return new Staged(
                store.connectorSpace().load(store.connectorSpace().all("hr", 0, ALL)),
                store.connectorSpace().load(store.connectorSpace().all("directory", 0, ALL)),
                store.metaverse().load(store.metaverse().all(0, ALL)),
                errors);
    }

    List<ConnectorSpaceObject> objects() {
        return Stream.concat(employees.stream(), accounts.stream()).toList();
    }

    /** Whether somebody deleted it, which was reported. */
    boolean isReportedAsDeleted(ConnectorSpaceObject account) {
        return account.hologram().wanted() == null
                && account.link().isJoined()
                && errors.stream().anyMatch(error -> error.code().equals("account-deleted")
                        && error.object() == account.id());
    }
}
