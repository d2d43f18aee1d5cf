package org.syncline.platform.engine.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.confirmation.HeldValues;
import org.syncline.platform.engine.guard.SentLately;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** An export of one connector: nothing is sent before the guards have seen the whole, and no page before it is marked. */
public final class ExportStep implements PagedStep<ExportPage, SentPage> {
    private final Target target;
    private final Store store;
    private final int pageSize;
    private final Set<Long> unknown;
    private final String folder;
    private final ExportGuarding guarding;
    private final Refusals refusals;
    private final HeldParts held;
    private final ExportOrder order;
    private final Containers containers;
    private final Dispatch dispatch;
    private final Recording recording;
    private final List<Long> released = new ArrayList<>();

    /**
     * Where an export goes.
     *
     * @param connector is open
     */
    public record Target(ConnectorDefinition definition, Connector connector, Set<Capability> capabilities) {
        String name() {
            return definition.name();
        }

        boolean has(Capability capability) {
            return capabilities.contains(capability);
        }

        NewNames newNames(ObjectKeys keys, Store store) {
            return new NewNames(name(), has(Capability.REFERENTIAL_INTEGRITY), keys, store);
        }
    }

    /** @param folder the configuration folder, as commands name it */
    public ExportStep(
            Target target,
            int pageSize,
            Ruleset ruleset,
            ObjectKeys keys,
            Store store,
            Clock clock,
            Waiting waiting,
            String folder) {
        this.target = target;
        this.store = store;
        this.pageSize = pageSize;
        this.folder = folder;
        this.unknown = new Recovery(target, keys, store, SentLately.of(target.name(), ruleset, store, clock)).recover();
        Acceptance acceptance = new Acceptance();
        this.guarding = new ExportGuarding(target.definition(), store, clock, ruleset, folder);
        this.refusals = new Refusals(target.name(), store.exportHistory(), clock, new Backoff(waiting.chance()));
        this.held = new HeldParts(new HeldValues(target.definition(), store.exportHistory()));
        this.containers = new Containers(store.connectorSpace(), target.name());
        this.dispatch = new Dispatch(
                target.definition(),
                new Sending(target.definition(), target.connector(), target.capabilities(), waiting, acceptance));
        this.order = new ExportOrder(store.connectorSpace(), target.definition(),
                target.has(Capability.REFERENTIAL_INTEGRITY), this::sends, dispatch::notSent);
        this.recording = new Recording(target, acceptance, guarding, refusals, keys, store, clock,
                new ExportErrors(ruleset, clock));
    }

    /** Whatever is pending, a type that allows less gets or loses no object. */
    private boolean sends(String objectType, Delta.Kind kind) {
        return target.definition()
                .objectType(objectType)
                .filter(type -> type.allow().allows(kind))
                .isPresent() && guarding.sends(objectType, kind);
    }

    @Override
    public Optional<ExportPage> next() {
        if (dispatch.unreachable() != null) {
            return Optional.empty();
        }
        List<ConnectorSpaceObject> objects = due();
        return objects.isEmpty() ? Optional.empty() : Optional.of(marked(objects));
    }

    /** What was held back for something that came later in this step. */
    @Override
    public Optional<ExportPage> nextLate() {
        while (dispatch.unreachable() == null) {
            if (released.isEmpty()) {
                released.addAll(dispatch.released());
            }
            if (released.isEmpty()) {
                return Optional.empty();
            }
            List<Long> ids = released.subList(0, Math.min(pageSize, released.size()));
            List<ConnectorSpaceObject> objects = due(ids);
            ids.clear();
            if (!objects.isEmpty()) {
                return Optional.of(marked(objects));
            }
        }
        return Optional.empty();
    }

    /** The next objects that may be sent; empty when there are no more. */
    private List<ConnectorSpaceObject> due() {
        while (true) {
            List<Long> ids = order.next(pageSize);
            List<ConnectorSpaceObject> objects = due(ids);
            if (ids.isEmpty() || !objects.isEmpty()) {
                return objects;
            }
        }
    }

    private List<ConnectorSpaceObject> due(Collection<Long> ids) {
        return due(store.connectorSpace().load(ids), order::now);
    }

    /** @param part what is sent now of an object that may be sent */
    private List<ConnectorSpaceObject> due(
            List<ConnectorSpaceObject> objects, Function<ConnectorSpaceObject, Optional<ConnectorSpaceObject>> part) {
        List<ConnectorSpaceObject> due = new ArrayList<>();
        for (ConnectorSpaceObject object : objects) {
            Optional<ConnectorSpaceObject> possible =
                    isDue(object) ? held.without(object).flatMap(part) : Optional.empty();
            possible.ifPresentOrElse(due::add, () -> dispatch.notSent(object));
        }
        return due;
    }

    private ExportPage marked(List<ConnectorSpaceObject> objects) {
        Nested nested = target.has(Capability.DISTINGUISHED_NAMES)
                ? containers.before(objects, this::ahead)
                : Nested.flat(objects);
        List<SentImage> images = nested.objects().stream().map(ExportStep::image).toList();
        MissingTargets missing = MissingTargets.of(nested.objects(), target.definition(), store.connectorSpace());
        long[] mark = new long[1];
        store.inTransaction(() -> mark[0] = store.runHistory().markInFlight(target.name(), images));
        store.makeDurable();
        return new ExportPage(mark[0], nested, missing);
    }

    private static SentImage image(ConnectorSpaceObject object) {
        return new SentImage(
                object.id(), object.type(), Operations.remembered(object.hologram().pendingExport()));
    }

    /** Those of the given objects whose turn has not come and that may be sent. */
    private List<ConnectorSpaceObject> ahead(Collection<Long> ids) {
        return due(store.connectorSpace().load(ids).stream().filter(order::takeAhead).toList(), Optional::of);
    }

    private boolean isDue(ConnectorSpaceObject object) {
        return !object.hologram().pendingExport().isNone()
                && !unknown.contains(object.id())
                && !dispatch.isUnanswered(object)
                && !object.presence().displaced()
                && guarding.allows(object)
                && !refusals.postpones(object);
    }

    @Override
    public SentPage work(ExportPage page) {
        return dispatch.send(page);
    }

    @Override
    public void record(SentPage sent) {
        recording.record(sent);
    }

    @Override
    public StepEnd finish() {
        return end().saying(target.connector().remarks());
    }

    private StepEnd end() {
        if (dispatch.unreachable() != null) {
            return new StepEnd(StepResult.STOPPED_CONNECTIVITY,
                    dispatch.unreachable().message() + " What was not sent is sent in the next run.",
                    recording.errors());
        }
        String guarded = guarding.finish();
        if (guarding.isHolding()) {
            return new StepEnd(guarding.result(), guarded, recording.errors());
        }
        recording.forgetWhatIsOver();
        String waiting = refusals.message(folder);
        String heldValues = held.message(folder, target.name());
        String heldObjects = dispatch.message(folder, target.name());
        List<String> messages =
                Stream.of(guarded, waiting, heldValues, heldObjects).filter(Objects::nonNull).toList();
        boolean incomplete = waiting != null || heldValues != null || heldObjects != null;
        return new StepEnd(result(incomplete), messages.isEmpty() ? null : String.join("\n", messages),
                recording.errors());
    }

    private StepResult result(boolean waiting) {
        return !recording.errors().isEmpty()
                ? StepResult.COMPLETED_EXPORT_ERRORS
                : waiting ? StepResult.COMPLETED_WARNINGS : StepResult.SUCCESS;
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        List<ObjectError> errors = recording.errors();
        return new StepEnd(Failures.result(cause), Failures.message(cause), errors);
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public Counters counters() {
        return recording.counters();
    }

    @Override
    public void close() {
        target.connector().close();
    }
}
