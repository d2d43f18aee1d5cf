package org.syncline.platform.engine.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.page.IsolatingWriter;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ObjectType;

/** An export of one connector: nothing is sent before the guards have seen the whole, and no page before it is marked. */
public final class ExportStep implements PagedStep<ExportPage, SentPage> {
    private final ConnectorDefinition definition;
    private final Connector connector;
    private final Set<Capability> capabilities;
    private final Store store;
    private final ObjectKeys keys;
    private final Clock clock;
    private final int pageSize;
    private final Set<Long> waiting;
    private final ExportGuarding guarding;
    private final ExportOrder order;
    private final Dispatch dispatch;
    private final HeldReferences heldReferences;
    private final Acceptance acceptance = new Acceptance();
    private final boolean hadErrors;
    private final List<ObjectError> errors = new ArrayList<>();
    private final Counters counters = new Counters();

    public ExportStep(
            ConnectorDefinition definition,
            Connector connector,
            Set<Capability> capabilities,
            int pageSize,
            ObjectKeys keys,
            Store store,
            Clock clock,
            String folder) {
        this.definition = definition;
        this.connector = connector;
        this.capabilities = capabilities;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.pageSize = pageSize;
        this.dispatch = new Dispatch(definition, new Sender(connector));
        this.heldReferences = new HeldReferences(definition.name(), store.runHistory());
        this.waiting = new Recovery(definition.name(), connector, capabilities, keys, store).recover();
        this.guarding = new ExportGuarding(definition, store, clock, folder);
        this.order = new ExportOrder(store.connectorSpace(), definition, guarding::sends);
        this.hadErrors = store.runHistory().errors(definition.name()).stream()
                .anyMatch(error -> error.origin() == ObjectError.Origin.EXPORT);
    }

    @Override
    public Optional<ExportPage> next() {
        List<ConnectorSpaceObject> objects = due();
        if (objects.isEmpty()) {
            return Optional.empty();
        }
        List<Long> ids = objects.stream().map(ConnectorSpaceObject::id).toList();
        MissingTargets missing = MissingTargets.of(objects, definition, store.connectorSpace());
        long[] mark = new long[1];
        store.inTransaction(() -> mark[0] = store.runHistory().markInFlight(definition.name(), ids));
        store.makeDurable();
        return Optional.of(new ExportPage(mark[0], objects, missing));
    }

    /** The next objects that may be sent; empty when there are no more. */
    private List<ConnectorSpaceObject> due() {
        while (true) {
            List<Long> ids = order.next(pageSize);
            List<ConnectorSpaceObject> objects = store.connectorSpace().load(ids).stream()
                    .filter(object -> !waiting.contains(object.id())
                            && !object.presence().displaced()
                            && guarding.allows(object))
                    .toList();
            if (ids.isEmpty() || !objects.isEmpty()) {
                return objects;
            }
        }
    }

    @Override
    public SentPage work(ExportPage page) {
        SentPage sent = dispatch.send(page);
        List<ExportResult> named = new ArrayList<>(sent.results().size());
        for (int at = 0; at < sent.results().size(); at++) {
            ExportResult result = sent.results().get(at);
            named.add(result instanceof ExportResult.Accepted accepted
                    ? named(sent.objects().get(at), accepted)
                    : result);
        }
        return new SentPage(page, sent.objects(), named, sent.heldBack());
    }

    @Override
    public void record(SentPage sent) {
        List<Long> ids =
                sent.objects().stream().map(ConnectorSpaceObject::id).toList();
        Map<Long, ConnectorSpaceObject> present = store.connectorSpace().load(ids).stream()
                .collect(Collectors.toMap(ConnectorSpaceObject::id, Function.identity()));
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        List<ObjectError> refused = new ArrayList<>();
        Set<Long> renamed = new HashSet<>();
        Set<Long> awake = new HashSet<>();
        List<ConnectorSpaceObject> accomplished = new ArrayList<>();
        ReferencesMendedBySystem mended = new ReferencesMendedBySystem(definition.name(), keys, store);
        for (int at = 0; at < sent.results().size(); at++) {
            ConnectorSpaceObject asSent = sent.objects().get(at);
            ConnectorSpaceObject before = present.get(asSent.id());
            if (before == null) {
                continue;
            }
            switch (acceptance.tolerate(asSent, sent.results().get(at))) {
                case ExportResult.Accepted accepted -> {
                    ConnectorSpaceObject after = acceptance.accept(before, asSent, accepted, clock.instant());
                    changes.add(keys.change(before, after.isOver() ? null : after));
                    if (before.dn() != null && capabilities.contains(Capability.REFERENTIAL_INTEGRITY)) {
                        mended.note(before, after);
                    } else {
                        noteRename(before, after, renamed);
                    }
                    count(asSent);
                    accomplished.add(asSent);
                }
                case ExportResult.Rejected rejected -> {
                    counters.count(Counter.EXPORT_FAILURE, asSent);
                    refused.add(error(asSent, rejected));
                    noteTaken(before, rejected, awake);
                    noteLost(before, rejected, changes);
                }
            }
        }
        write(sent, mended.withReferrers(changes), refused, referring(renamed, awake), accomplished);
        errors.addAll(refused);
    }

    /** Asks for the anchor of a new object, if the system did not tell it. */
    private ExportResult.Accepted named(ConnectorSpaceObject sent, ExportResult.Accepted accepted) {
        boolean asks = sent.anchor() == null
                && accepted.anchor() == null
                && accepted.dn() != null
                && capabilities.contains(Capability.READ_ONE);
        return asks
                ? connector
                        .readOne(sent.type().name(), null, accepted.dn())
                        .map(read -> new ExportResult.Accepted(read.anchor(), accepted.dn()))
                        .orElse(accepted)
                : accepted;
    }

    /** An account whose name changed is named anew by those who refer to it. */
    private static void noteRename(ConnectorSpaceObject before, ConnectorSpaceObject after, Set<Long> renamed) {
        boolean same = before.title().equals(after.title());
        if (!same && before.link().isJoined()) {
            renamed.add(before.link().identity());
        }
    }

    /** A new account whose name somebody else has by now may find another one. */
    private static void noteTaken(
            ConnectorSpaceObject before, ExportResult.Rejected rejected, Set<Long> awake) {
        if (rejected.code() == ExportResult.Code.ALREADY_EXISTS && before.isDraft() && before.link().isJoined()) {
            awake.add(before.link().identity());
        }
    }

    /** A new account that cannot be changed because it never arrived is created anew. */
    private void noteLost(
            ConnectorSpaceObject before, ExportResult.Rejected rejected, List<ConnectorSpaceChange> changes) {
        if (rejected.code() == ExportResult.Code.NO_SUCH_OBJECT && before.hologram().isUnseenAdd()) {
            changes.add(keys.change(before, before.with(before.hologram().lost()).reported(ContentHash.UNKNOWN)));
        }
    }

    private Set<Long> referring(Set<Long> renamed, Set<Long> awake) {
        if (!renamed.isEmpty()) {
            awake.addAll(store.metaverse().referringTo(renamed));
        }
        return awake;
    }

    private void count(ConnectorSpaceObject sent) {
        boolean rename = sent.hologram().pendingExport().change(sent.type().index(ObjectType.DN)) != null;
        counters.count(
                switch (sent.hologram().pendingExport().kind()) {
                    case ADD -> Counter.EXPORT_ADD;
                    case UPDATE -> rename ? Counter.EXPORT_RENAME : Counter.EXPORT_UPDATE;
                    case DELETE, NONE -> Counter.EXPORT_DELETE;
                },
                sent);
    }

    private ObjectError error(ConnectorSpaceObject object, ExportResult.Rejected rejected) {
        String code = rejected.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String message =
                rejected.attribute() == null ? rejected.message() : rejected.attribute() + ": " + rejected.message();
        return new ObjectError(
                ObjectError.Origin.EXPORT,
                definition.name(),
                object.id(),
                object.title(),
                code,
                message,
                null,
                clock.instant(),
                1);
    }

    private void write(
            SentPage sent, List<ConnectorSpaceChange> changes, List<ObjectError> refused, Set<Long> awake,
            List<ConnectorSpaceObject> accomplished) {
        new IsolatingWriter(store).write(changes, notKept -> {
            List<ObjectError> raised = new ArrayList<>(refused);
            notKept.forEach(each -> raised.add(notKept(each)));
            if (hadErrors) {
                store.runHistory()
                        .clear(
                                Set.of(ObjectError.Origin.EXPORT),
                                accomplished.stream().map(ConnectorSpaceObject::id).toList());
            }
            Departed.closeErrors(changes, store.runHistory());
            if (!raised.isEmpty()) {
                store.runHistory().raise(raised);
            }
            if (!awake.isEmpty()) {
                store.metaverse().markForEvaluation(awake);
            }
            if (guarding.looksBack()) {
                guarding.noteSent(accomplished);
            }
            heldReferences.replace(sent);
            store.runHistory().clearInFlight(sent.page().mark());
        });
    }

    private ObjectError notKept(IsolatingWriter.Refused refused) {
        ConnectorSpaceObject object = refused.change().before();
        ObjectError error = error(
                object,
                new ExportResult.Rejected(
                        ExportResult.Code.CONSTRAINT_VIOLATION,
                        "The system accepted the change, but the store refuses to note it: "
                                + refused.reason().getMessage(),
                        null,
                        null));
        errors.add(error);
        return error;
    }

    @Override
    public StepEnd finish() {
        String message = guarding.finish();
        if (guarding.isHolding()) {
            return new StepEnd(guarding.result(), message, errors);
        }
        return new StepEnd(errors.isEmpty() ? StepResult.SUCCESS : StepResult.COMPLETED_EXPORT_ERRORS, message, errors);
    }

    @Override
    public StepEnd fail(RuntimeException cause) {
        return new StepEnd(Failures.result(cause), Failures.message(cause), errors);
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        connector.close();
    }
}
