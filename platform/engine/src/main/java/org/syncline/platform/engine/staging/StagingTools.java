package org.syncline.platform.engine.staging;

import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.confirmation.Confirmation;
import org.syncline.platform.engine.guard.SentLately;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.Store;

/** What staging works with, for the whole of an import. */
record StagingTools(
        ImportScope scope,
        ObjectKeys keys,
        Store store,
        Newcomers newcomers,
        Underway underway,
        Confirmations confirmations,
        Confirmation confirmation,
        TypeChanges typeChanges,
        ImportedLately lately,
        SentLately sent,
        SingleReads reads,
        StagingErrors errors) {

    ConnectorDefinition connector() {
        return scope.connector();
    }

    ConnectedObjectType objectType(String name) {
        return connector().objectType(name).orElseThrow();
    }
}
