package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.port.Store;

/** What cannot be told before something is imported under the changed rules. */
final class ImportNotes {
    private final Ruleset before;
    private final Connectors connectors;
    private final Store store;
    private final List<String> notes = new ArrayList<>();

    private ImportNotes(Ruleset before, Connectors connectors, Store store) {
        this.before = before;
        this.connectors = connectors;
        this.store = store;
    }

    static List<String> of(Ruleset before, Ruleset after, Connectors connectors, Store store) {
        ImportNotes notes = new ImportNotes(before, connectors, store);
        after.connectors().values().forEach(notes::note);
        before.connectors().keySet().stream().filter(name -> !after.connectors().containsKey(name))
                .forEach(name -> notes.notes.add("Connector '" + name
                        + "' is there no more: its objects are not looked at, and its values stay as they are."));
        return notes.notes;
    }

    private void note(ConnectorDefinition connector) {
        ConnectorDefinition was = before.connectors().get(connector.name());
        if (!store.watermarks().of(connector).wasRead()) {
            notes.add("Connector '" + connector.name()
                    + "' was never imported: what it brings and what it gets cannot be told yet.");
        } else if (was != null) {
            connectors.selection(connector).changeSince(connectors.selection(was).parts())
                    .ifPresent(change -> notes.add("Connector '" + connector.name() + "' needs a full import: " + change
                            + ". What that brings cannot be told yet."));
        }
    }
}
