package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.AttributeDefinition;

/** What cannot be told before something is imported under the changed rules. */
final class ImportNotes {
    private final Ruleset before;
    private final Ruleset after;
    private final Store store;
    private final List<String> notes = new ArrayList<>();

    private ImportNotes(Ruleset before, Ruleset after, Store store) {
        this.before = before;
        this.after = after;
        this.store = store;
    }

    static List<String> of(Ruleset before, Ruleset after, Store store) {
        ImportNotes notes = new ImportNotes(before, after, store);
        after.connectors().values().forEach(notes::note);
        before.connectors().keySet().stream().filter(name -> !after.connectors().containsKey(name))
                .forEach(name -> notes.notes.add("Connector '" + name
                        + "' is there no more: its objects are not looked at, and its values stay as they are."));
        return notes.notes;
    }

    private void note(ConnectorDefinition connector) {
        if (!store.watermarks().of(connector).wasRead()) {
            notes.add("Connector '" + connector.name()
                    + "' was never imported: what it brings and what it gets cannot be told yet.");
            return;
        }
        ConnectorDefinition was = before.connectors().get(connector.name());
        if (was == null) {
            return;
        }
        if (!RuleUnit.text(List.of(was.type(), was.settings(), was.partitions()))
                .equals(RuleUnit.text(List.of(connector.type(), connector.settings(), connector.partitions())))) {
            notes.add("The settings of connector '" + connector.name()
                    + "' differ: what another import would read is not known.");
        }
        connector.objectTypes().forEach(type -> note(connector.name(), was.objectType(type.type().name()), type));
    }

    private void note(String connector, Optional<ConnectedObjectType> was, ConnectedObjectType is) {
        String name = "'" + is.type().name() + "' of connector '" + connector + "'";
        if (was.isEmpty()) {
            notes.add("Object type " + name + " is new: a full import has to read it first.");
            return;
        }
        String added = is.type().attributes().stream().map(AttributeDefinition::name)
                .filter(attribute -> !was.get().type().has(attribute))
                .collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            notes.add("A full import has to read " + added + " of " + name + " first: there are no values yet.");
        }
        boolean readsOthers = !Objects.equals(RuleUnit.text(was.get().read()), RuleUnit.text(is.read()))
                || !was.get().anchor().equals(is.anchor());
        if (readsOthers) {
            notes.add("Which objects are read of " + name + " differs: a full import has to tell which they are.");
        }
    }
}
