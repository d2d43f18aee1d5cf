package org.syncline.platform.engine.export;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.confirmation.HeldValues;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.page.ObjectKeys;
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
    private final Dispatch dispatch;
    private final Recording recording;

    /**
     * Where an export goes.
     *
     * @param connector is open
     */
    public record Target(ConnectorDefinition definition, Connector connector, Set<Capability> capabilities) {
        String name() {
            return definition.name();
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
        this.unknown = new Recovery(
                target.name(), target.connector(), target.capabilities(), keys, store).recover();
        Acceptance acceptance = new Acceptance();
        this.guarding = new ExportGuarding(target.definition(), store, clock, folder);
        this.refusals = new Refusals(target.name(), store.exportHistory(), clock, new Backoff(waiting.chance()));
        this.held = new HeldParts(new HeldValues(target.definition(), store.exportHistory()));
        this.order = new ExportOrder(store.connectorSpace(), target.definition(), this::sends);
        this.dispatch = new Dispatch(
                target.definition(),
                new Sending(target.definition(), target.connector(), target.capabilities(), waiting, acceptance));
        this.recording = new Recording(target, acceptance, guarding, refusals, keys, store, clock,
                new ExportErrors(ruleset, clock));
    }

    /** Whatever is pending, a type that only allows updates gets and loses no object. */
    private boolean sends(String objectType, Delta.Kind kind) {
        boolean allowed = kind == Delta.Kind.UPDATE
                || target.definition()
                        .objectType(objectType)
                        .map(ConnectedObjectType::allow)
                        .filter(ConnectedObjectType.Allow.ALL::equals)
                        .isPresent();
        return allowed && guarding.sends(objectType, kind);
    }

    @Override
    public Optional<ExportPage> next() {
        List<ConnectorSpaceObject> objects = due();
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = objects.stream().map(ConnectorSpaceObject::id).toList();
        MissingTargets missing = MissingTargets.of(objects, target.definition(), store.connectorSpace());
        long[] mark = new long[1];
        store.inTransaction(() -> mark[0] = store.runHistory().markInFlight(target.name(), ids));
        store.makeDurable();
        return Optional.of(new ExportPage(mark[0], objects, missing));
    }

    /** The next objects that may be sent; empty when there are no more. */
    private List<ConnectorSpaceObject> due() {
        while (true) {
            List<Long> ids = order.next(pageSize);
            List<ConnectorSpaceObject> objects =
                    store.connectorSpace().load(ids).stream()
                            .filter(this::isDue)
                            .map(held::without)
                            .flatMap(Optional::stream)
                            .toList();
            if (ids.isEmpty() || !objects.isEmpty()) {
                return objects;
            }
        }
    }

    private boolean isDue(ConnectorSpaceObject object) {
        return !unknown.contains(object.id())
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
        String guarded = guarding.finish();
        if (guarding.isHolding()) {
            return new StepEnd(guarding.result(), guarded, recording.errors());
        }
        recording.forgetWhatIsOver();
        String waiting = refusals.message(folder);
        String heldValues = held.message(folder, target.name());
        String message =
                Stream.of(guarded, waiting, heldValues).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return new StepEnd(result(waiting != null || heldValues != null), message.isEmpty() ? null : message,
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
