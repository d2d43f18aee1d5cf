package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.rules.attributeflow.Contributor;
import org.syncline.rules.attributeflow.ImportElection;
import org.syncline.rules.attributeflow.IncomingReferences.Changed;
import org.syncline.rules.attributeflow.StepwiseFlow;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.StoredValues;
import org.syncline.schema.identity.Value;

/**
 * What changed in large sets of references that flow in directly. Only that is looked at where the identity has as many values as the
 * set resolves to: every value of the one then stands for one of the other, and whatever else could change it wakes the identity.
 */
final class IncomingChanges {
    private final Synchronization synchronization;
    private final Page page;
    private final IncomingTargets targets;
    private final Map<Source, Flow> flows = new HashMap<>();
    private final Map<Source, Changed> changed = new HashMap<>();
    private final Map<Source, List<PendingReference>> pending = new HashMap<>();

    IncomingChanges(Synchronization synchronization, Page page, IncomingTargets targets) {
        this.synchronization = synchronization;
        this.page = page;
        this.targets = targets;
    }

    /** An attribute of an object. */
    private record Source(long object, String attribute) {}

    private record Flow(ConnectorSpaceObject object, LargeValues references, MetaverseObject identity, int to) {}

    /** Finds the flows of an identity of which no more than changes need to be looked at. */
    void consider(MetaverseObject identity, List<Contributor> contributors) {
        if (page.isUpToDate(identity) && holdsLargeSet(identity)) {
            for (StepwiseFlow flow : ImportElection.stepwise(identity, contributors, page.present(identity))) {
                contributors.stream()
                        .filter(contributor -> contributor.object().id() == flow.contributor())
                        .forEach(contributor -> consider(identity, contributor, flow));
            }
        }
    }

    private static boolean holdsLargeSet(MetaverseObject identity) {
        for (int index = 0; index < identity.type().size(); index++) {
            if (identity.attributes().get(index) instanceof LargeValues) {
                return true;
            }
        }
        return false;
    }

    private void consider(MetaverseObject identity, Contributor contributor, StepwiseFlow flow) {
        ConnectorSpaceObject object = contributor.object();
        ConnectorSpaceObject stored = page.stored(object);
        LargeValues references = (LargeValues) object.hologram().known().get(flow.from());
        LargeValues values = (LargeValues) identity.attributes().get(flow.to());
        long readers = contributor.flows().stream()
                .flatMap(rules -> rules.imports().stream())
                .filter(read -> read.value().reads().contains(flow.from()))
                .count();
        Source source = new Source(object.id(), flow.from());
        boolean wasLinked = stored != null && stored.link().identity() == identity.id();
        if (readers == 1 && wasLinked
                && references.stored().count() == values.count() + unresolved(source).size()) {
            flows.put(source, new Flow(object, references, identity, flow.to()));
        }
    }

    private List<PendingReference> unresolved(Source source) {
        return synchronization.pendingReferences(source.object).stream()
                .filter(reference -> reference.attribute().equals(source.attribute) && reference.isUnresolved())
                .toList();
    }

    /** The attributes of an object of which only what changed is looked up. */
    Set<String> of(ConnectorSpaceObject object) {
        Set<String> attributes = new HashSet<>();
        flows.keySet().stream().filter(source -> source.object == object.id())
                .forEach(source -> attributes.add(source.attribute));
        return attributes;
    }

    /** Leads what changed to identities; the result are the objects of which the whole set has to be looked up after all. */
    List<Names.Image> lead() {
        List<Names.Image> whole = new ArrayList<>();
        flows.forEach((source, flow) -> {
            if (!lead(source, flow)) {
                whole.add(new Names.Image(flow.object, flow.object.hologram().known()));
            }
        });
        return whole;
    }

    private boolean lead(Source source, Flow flow) {
        List<PendingReference> unresolved = new ArrayList<>(unresolved(source));
        List<ReferenceValue> removed = new ArrayList<>();
        List<Value> gone = flow.references.removed().stream().map(StoredValues.Entry::value).toList();
        for (Value value : gone) {
            boolean wasUnresolved = unresolved.removeIf(reference -> isOf(reference, value));
            ReferenceValue identity = targets.of(flow.object, source.attribute, (ReferenceValue) value).identity();
            if (identity == null && !wasUnresolved) {
                return false;
            }
            if (identity != null) {
                removed.add(identity);
            }
        }
        List<ReferenceValue> added = new ArrayList<>();
        for (Value value : flow.references.added().keySet()) {
            IncomingTargets.Target target = targets.of(flow.object, source.attribute, (ReferenceValue) value);
            if (target.identity() == null) {
                unresolved.add(new PendingReference(flow.object.connector(), flow.object.id(), source.attribute,
                        ((ReferenceValue) value).key(), target.reason()));
            } else {
                added.add(target.identity());
            }
        }
        return keep(source, flow, new Changed(added, removed), unresolved);
    }

    private static boolean isOf(PendingReference reference, Value value) {
        return reference.key().equals(((ReferenceValue) value).key());
    }

    /** Only where the values still stand for each other. */
    private boolean keep(Source source, Flow flow, Changed change, List<PendingReference> unresolved) {
        MetaverseObject after = flow.identity.changed(flow.to, change.added(), null, change.removed());
        boolean fits = flow.references.count() == after.attributes().get(flow.to).count() + unresolved.size();
        if (fits) {
            changed.put(source, change);
            pending.put(source, unresolved);
            page.noteStepwise(flow.identity.id(), List.of());
        }
        return fits;
    }

    /** Null if the whole set has to be looked at. */
    Changed of(ConnectorSpaceObject object, String attribute) {
        return changed.get(new Source(object.id(), attribute));
    }

    /** What does not resolve of a set of which only changes were looked at. */
    Collection<PendingReference> pending(ConnectorSpaceObject object, String attribute) {
        return pending.getOrDefault(new Source(object.id(), attribute), List.of());
    }

    /** The attributes of an object of which only changes were looked at. */
    Set<String> stepwise(ConnectorSpaceObject object) {
        Set<String> attributes = new HashSet<>();
        changed.keySet().stream().filter(source -> source.object == object.id())
                .forEach(source -> attributes.add(source.attribute));
        return attributes;
    }
}
