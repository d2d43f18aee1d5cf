package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.rules.attributeflow.ExportedAttributes;
import org.syncline.rules.attributeflow.OutgoingReferences.Led;
import org.syncline.rules.attributeflow.StepwiseExports;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * What changed in large sets of references that flow out directly. An account is to hold what it was to hold before, with what changed
 * of the identity, and less or more of what its system changed by itself. That counts only where it is as many values as the identity
 * has, those that are owed among them: then nothing is left out, and whatever else could change it wakes the identity.
 */
final class OutgoingChanges {
    private final Synchronization synchronization;
    private final Page page;
    private final Names names;
    private final OutgoingTargets targets;
    private final ExtensionExports extension;
    private final Map<Destination, Flow> flows = new LinkedHashMap<>();
    private final Map<Destination, Led> led = new HashMap<>();

    OutgoingChanges(
            Synchronization synchronization, Page page, Names names, OutgoingTargets targets,
            ExtensionExports extension) {
        this.extension = extension;
        this.synchronization = synchronization;
        this.page = page;
        this.names = names;
        this.targets = targets;
    }

    /** An attribute of an account. */
    private record Destination(long account, String attribute) {}

    /**
     * One flow into one account.
     *
     * @param members of the identity
     * @param wanted what the account was to hold before, over what it holds
     * @param reported values that its system added or removed since it was synchronized last
     */
    private record Flow(
            MetaverseObject identity, ConnectorSpaceObject account, ExportFlow flow, LargeValues members,
            LargeValues wanted, List<ReferenceValue> reported) {

        Set<Long> come() {
            return identities(members.newValues());
        }

        Set<Long> gone() {
            return identities(members.goneValues());
        }

        private static Set<Long> identities(Collection<Value> values) {
            return values.stream().map(value -> ((ReferenceValue) value).identity())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** Finds the flows into an account of which no more than changes need to be looked at. */
    void consider(MetaverseObject identity, ConnectorSpaceObject account, AccountDecision decision) {
        ConnectorSpaceObject stored = page.stored(account);
        if (synchronization.trace().isOn()
                || identity.isEnding()
                || !page.isUpToDate(identity)
                || stored == null
                || !isAsBefore(account, stored)
                || !(decision == null || decision instanceof AccountDecision.Nothing)) {
            return;
        }
        new StepwiseExports(
                identity, page.storedIdentity(identity.id()), account, stored, page.present(identity))
                .among(extension.flows(account, identity), synchronization.rules().gate())
                .forEach(flow -> consider(identity, account, stored, flow));
    }

    /** Whether nothing but what its system reported of it is new. */
    private static boolean isAsBefore(ConnectorSpaceObject account, ConnectorSpaceObject stored) {
        return account.link().equals(stored.link())
                && account.leaving() == null
                && stored.leaving() == null
                && account.hologram().pendingExport().equals(stored.hologram().pendingExport())
                && account.hologram().unconfirmedExport().equals(stored.hologram().unconfirmedExport())
                && isUpdate(stored.hologram().pendingImport())
                && isUpdate(stored.hologram().unconfirmedExport())
                && isUpdate(stored.hologram().pendingExport());
    }

    private static boolean isUpdate(Delta delta) {
        return delta.kind() == Delta.Kind.NONE || delta.kind() == Delta.Kind.UPDATE;
    }

    private void consider(
            MetaverseObject identity, ConnectorSpaceObject account, ConnectorSpaceObject stored, ExportFlow flow) {
        Attributes before = page.storedIdentity(identity.id()).attributes();
        Attributes wanted = account.hologram().wanted();
        if (before.type().has(flow.from())
                && identity.attributes().get(flow.from()) instanceof LargeValues members
                && members.isChangeOf(before.get(flow.from()))
                && wanted != null
                && wanted.get(flow.to()) instanceof LargeValues large) {
            flows.put(new Destination(account.id(), flow.to()),
                    new Flow(identity, account, flow, members, large, reported(stored, flow)));
        }
    }

    private static List<ReferenceValue> reported(ConnectorSpaceObject stored, ExportFlow flow) {
        Delta.AttributeChange change =
                stored.hologram().pendingImport().change(stored.type().index(flow.to()));
        return change == null
                ? List.of()
                : Stream.concat(change.added().stream(), change.removed().stream())
                        .map(ReferenceValue.class::cast)
                        .toList();
    }

    /** Leads what changed to accounts; of the other flows the whole set has to be looked at. */
    void lead() {
        if (flows.isEmpty()) {
            return;
        }
        targets.find(flows.values().stream()
                .flatMap(flow -> Stream.concat(flow.come().stream(), flow.gone().stream()))
                .collect(Collectors.toSet()));
        names.findStoredAccounts(flows.values().stream().flatMap(flow -> flow.gone().stream()).distinct().toList());
        Map<Destination, Set<ReferenceValue>> doubtful = new HashMap<>();
        flows.forEach((destination, flow) -> doubtful.put(destination, doubtful(flow)));
        findHolders(doubtful);
        flows.forEach((destination, flow) -> lead(destination, flow, doubtful.get(destination)));
    }

    /** References that may be held, and may have to be. */
    private Set<ReferenceValue> doubtful(Flow flow) {
        Set<ReferenceValue> doubtful = new LinkedHashSet<>(flow.reported);
        flow.gone().forEach(
                identity -> targets.storedAccountsOf(identity, flow.flow.to(), flow.account).forEach(doubtful::add));
        return doubtful;
    }

    private void findHolders(Map<Destination, Set<ReferenceValue>> doubtful) {
        Set<ContentHash> keys = new HashSet<>();
        doubtful.forEach((destination, references) -> {
            Flow flow = flows.get(destination);
            references.forEach(reference -> keys.add(
                    names.key(flow.account, targets.definition(flow.account, destination.attribute), reference)));
        });
        names.find(keys);
        Set<Long> holders = new HashSet<>();
        doubtful.forEach((destination, references) -> references.forEach(reference -> holders
                .addAll(targets.holders(flows.get(destination).account, destination.attribute, reference))));
        targets.find(holders);
    }

    private void lead(Destination destination, Flow flow, Set<ReferenceValue> doubtful) {
        Set<Long> come = flow.come();
        Set<Long> gone = flow.gone();
        List<Long> owed = new ArrayList<>(owed(destination));
        owed.removeAll(gone);
        List<ReferenceValue> more = new ArrayList<>();
        for (long identity : come) {
            ReferenceValue reference = targets.accountOf(identity, destination.attribute, flow.account);
            if (reference == null) {
                owed.add(identity);
            } else {
                more.add(reference);
            }
        }
        List<ReferenceValue> less = new ArrayList<>();
        doubtful.forEach(reference -> (isWanted(flow, reference) ? more : less).add(reference));
        Content wanted = flow.wanted.changed(more, less);
        if (wanted instanceof LargeValues && wanted.count() + owed.size() == flow.members.count()) {
            led.put(destination, new Led(wanted, owed));
            Set<Long> looked = new HashSet<>(come);
            looked.addAll(gone);
            page.noteStepwise(flow.identity.id(), looked);
        }
    }

    private List<Long> owed(Destination destination) {
        return synchronization.pendingReferences(destination.account).stream()
                .filter(reference -> reference.attribute().equals(destination.attribute))
                .map(PendingReference::owedIdentity)
                .filter(identity -> identity != 0)
                .toList();
    }

    /** Whether it is what the system calls the account of a member. */
    private boolean isWanted(Flow flow, ReferenceValue reference) {
        return targets.holders(flow.account, flow.flow.to(), reference).stream()
                .anyMatch(identity -> flow.members.contains(ReferenceValue.toIdentity(identity))
                        && reference.equals(targets.accountOf(identity, flow.flow.to(), flow.account)));
    }

    /** Null if the whole set has to be looked at. */
    Led of(ConnectorSpaceObject account, ExportFlow flow) {
        return led.get(new Destination(account.id(), flow.to()));
    }

    /** The attributes of an identity whose references nobody has to look up: large sets of which its accounts are led all they get. */
    Set<String> settled(MetaverseObject identity, List<ConnectorSpaceObject> accounts) {
        Set<String> settled = identity.attributes().large();
        if (settled.isEmpty()) {
            return settled;
        }
        for (ConnectorSpaceObject account : accounts) {
            extension.flows(account, identity).stream()
                    .flatMap(rules -> rules.exports().stream())
                    .filter(flow -> of(account, flow) == null)
                    .forEach(flow -> settled.removeAll(ExportedAttributes.readBy(flow)));
        }
        return settled;
    }
}
