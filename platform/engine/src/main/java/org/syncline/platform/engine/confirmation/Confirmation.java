package org.syncline.platform.engine.confirmation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.rules.attributeflow.Comparing;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;

/** Finds out, while objects of a connector are staged, whether they hold what their system accepted; counts where they do not. */
public final class Confirmation {
    private final ConnectorDefinition connector;
    private final List<AttributeFlows> flows;
    private final ExportHistory history;
    private final Clock clock;
    private final List<Contradiction> contradicted = new ArrayList<>();
    private final List<Contradiction> settled = new ArrayList<>();
    private Map<Long, List<Contradiction>> known;

    /** @param flows of the connector */
    public Confirmation(
            ConnectorDefinition connector, List<AttributeFlows> flows, ExportHistory history, Clock clock) {
        this.connector = connector;
        this.flows = flows;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Compares what a system reported of an object with what it had accepted.
     *
     * @return what it contradicts, and what is held because it contradicted it before
     */
    public List<Contradiction> compare(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        Attributes expected = before.hologram().exported();
        Attributes reported = after.hologram().imported();
        if (connector.readOnly() || expected == null || reported == null) {
            return List.of();
        }
        List<Contradiction> found = new ArrayList<>();
        for (Delta.AttributeChange change : before.hologram().unconfirmedExport().changes()) {
            boolean isOpen = after.hologram().unconfirmedExport().change(change.attribute()) != null;
            if (!isOpen) {
                compare(before, change.attribute(), expected, reported, found);
            }
        }
        keepHeld(before, reported, found);
        return found;
    }

    private void compare(
            ConnectorSpaceObject object, int attribute, Attributes expected, Attributes reported,
            List<Contradiction> found) {
        Content wanted = expected.get(attribute);
        Content is = reported.get(attribute);
        String name = object.type().attribute(attribute).name();
        if (isContradicted(object, name, attribute, wanted, is)) {
            Compared compared = Compared.of(wanted, is);
            Contradiction once = new Contradiction(
                    connector.name(), object.id(), name, compared.wantedHash(), compared.reportedHash(), 1,
                    clock.instant());
            Contradiction again = known(object.id()).stream().filter(once::isOfSame).findFirst().map(
                    earlier -> new Contradiction(once.connector(), once.object(), name, once.wanted(),
                            once.reported(), earlier.times() + 1, earlier.firstSeen()))
                    .orElse(once);
            found.add(again);
            contradicted.add(again);
        } else {
            known(object.id()).stream().filter(one -> one.attribute().equals(name)).forEach(settled::add);
        }
    }

    /** Only values that were sent are compared: others may have come to a set beside them. */
    private boolean isContradicted(
            ConnectorSpaceObject object, String name, int attribute, Content wanted, Content reported) {
        Delta.AttributeChange sent = object.hologram().unconfirmedExport().change(attribute);
        boolean exactly = reported.among(sent.added()).containsAll(sent.added())
                && reported.among(sent.removed()).isEmpty();
        if (exactly) {
            return false;
        }
        Compared compared = Compared.of(wanted, reported);
        return flows(object, name).stream()
                .noneMatch(flow -> Comparing.agree(flow, compared.wanted().asList(), compared.reported().asList()));
    }

    private List<ExportFlow> flows(ConnectorSpaceObject object, String attribute) {
        return flows.stream()
                .filter(rules -> object.type().name().equals(rules.objectType()))
                .flatMap(rules -> rules.exports().stream())
                .filter(flow -> flow.to().equals(attribute))
                .toList();
    }

    /** What was held stays so while the system reports the same; otherwise it has changed its mind. */
    private void keepHeld(ConnectorSpaceObject object, Attributes reported, List<Contradiction> found) {
        for (Contradiction one : known(object.id())) {
            int attribute = object.type().indexOf(one.attribute());
            boolean isNew = found.stream().anyMatch(other -> other.attribute().equals(one.attribute()));
            if (!isNew && (attribute < 0 || !isReportedAsBefore(object, attribute, reported, one))) {
                settled.add(one);
            } else if (!isNew && one.times() >= connector.holdAfter() && !settled.contains(one)) {
                found.add(one);
            }
        }
    }

    private static boolean isReportedAsBefore(
            ConnectorSpaceObject object, int attribute, Attributes reported, Contradiction before) {
        Attributes wanted = object.hologram().wanted();
        Compared compared = Compared.of(
                wanted == null ? Absence.NULL : wanted.get(attribute), reported.get(attribute));
        return compared.reportedHash().equals(before.reported())
                && (!compared.isPart() || compared.wantedHash().equals(before.wanted()));
    }

    private List<Contradiction> known(long object) {
        if (known == null) {
            known = new HashMap<>();
            history.contradictions(connector.name())
                    .forEach(one -> known.computeIfAbsent(one.object(), unused -> new ArrayList<>()).add(one));
        }
        return known.getOrDefault(object, List.of());
    }

    /** Writes what was found since the last call, within the transaction of the page. */
    public void write() {
        if (!settled.isEmpty()) {
            history.forgetContradictions(settled);
        }
        if (!contradicted.isEmpty()) {
            history.keepContradictions(contradicted);
        }
        if (!settled.isEmpty() || !contradicted.isEmpty()) {
            known = null;
        }
        settled.clear();
        contradicted.clear();
    }
}
