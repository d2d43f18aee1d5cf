package org.syncline.platform.engine.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.IsolatingWriter;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** Keeps what became of each page: what was accepted, what was refused and why, who has to be looked at again. */
final class Recording {
    private final ExportStep.Target target;
    private final Acceptance acceptance;
    private final ExportGuarding guarding;
    private final Refusals refusals;
    private final ObjectKeys keys;
    private final Store store;
    private final Clock clock;
    private final ExportErrors wording;
    private final HeldReferences heldReferences;
    private final boolean hadErrors;
    private final List<ObjectError> errors = new ArrayList<>();
    private final Counters counters = new Counters();

    Recording(
            ExportStep.Target target,
            Acceptance acceptance,
            ExportGuarding guarding,
            Refusals refusals,
            ObjectKeys keys,
            Store store,
            Clock clock,
            ExportErrors wording) {
        this.target = target;
        this.acceptance = acceptance;
        this.guarding = guarding;
        this.refusals = refusals;
        this.keys = keys;
        this.store = store;
        this.clock = clock;
        this.wording = wording;
        this.heldReferences = new HeldReferences(target.name(), store.runHistory());
        this.hadErrors = store.runHistory().errors(target.name()).stream()
                .anyMatch(error -> error.origin() == ObjectError.Origin.EXPORT);
    }

    List<ObjectError> errors() {
        return errors;
    }

    Counters counters() {
        return counters;
    }

    void record(SentPage sent) {
        List<Long> ids =
                sent.objects().stream().map(ConnectorSpaceObject::id).toList();
        Map<Long, ConnectorSpaceObject> present = store.connectorSpace().load(ids).stream()
                .collect(Collectors.toMap(ConnectorSpaceObject::id, Function.identity()));
        PageAnswers answers = new PageAnswers(target.newNames(keys, store));
        for (int at = 0; at < sent.outcomes().size(); at++) {
            ConnectorSpaceObject asSent = sent.objects().get(at);
            ConnectorSpaceObject before = present.get(asSent.id());
            if (before != null) {
                note(answers, asSent, before, sent.outcomes().get(at));
            }
        }
        write(sent, answers);
        errors.addAll(answers.errors());
    }

    private void note(PageAnswers answers, ConnectorSpaceObject asSent, ConnectorSpaceObject before, Outcome outcome) {
        if (outcome.isUnanswered()) {
            answers.underWay().add(asSent.id());
        }
        switch (outcome) {
            case Outcome.Accepted accepted -> noteAccepted(answers, asSent, before, accepted);
            case Outcome.Refused refused when isUnreached(refused.answer()) -> {}
            case Outcome.Refused refused -> noteRefused(answers, asSent, before, refused);
        }
    }

    private void noteAccepted(
            PageAnswers answers, ConnectorSpaceObject asSent, ConnectorSpaceObject before, Outcome.Accepted accepted) {
        ConnectorSpaceObject after = acceptance.accept(before, accepted, clock.instant());
        answers.changes().add(keys.change(before, after.isOver() ? null : after));
        answers.names().note(before, after);
        noteReturned(answers, after);
        count(asSent, accepted.sent());
        answers.sent().add(asSent);
        List<Outcome.Part> refused =
                accepted.refused().stream().filter(part -> !isUnreached(part.answer())).toList();
        if (refused.isEmpty()) {
            answers.settled().add(asSent.id());
        } else {
            ExportResult.Rejected first = refused.getFirst().answer();
            counters.count(Counter.EXPORT_FAILURE, asSent, together(refused));
            answers.errors().add(wording.of(asSent, refused));
            answers.refusals().add(refusals.note(after, ExportErrors.code(first), first));
        }
    }

    /** Whether nobody is to blame but the system as a whole. */
    private static boolean isUnreached(ExportResult.Rejected rejected) {
        return rejected.code() == ExportResult.Code.UNREACHABLE;
    }

    private static Delta together(List<Outcome.Part> parts) {
        return Delta.update(
                Splitting.together(parts.stream().flatMap(part -> part.change().changes().stream()).toList()));
    }

    /** Once everything that undoes its leaving was sent, an evaluation is to find that it is no longer leaving. */
    private static void noteReturned(PageAnswers answers, ConnectorSpaceObject after) {
        boolean isBack = after.leaving() != null
                && after.leaving().isOver()
                && after.link().isJoined()
                && after.hologram().pendingExport().isNone();
        if (isBack) {
            answers.awake().add(after.link().identity());
        }
    }

    private void noteRefused(
            PageAnswers answers, ConnectorSpaceObject asSent, ConnectorSpaceObject before, Outcome.Refused refused) {
        ExportResult.Rejected rejected = refused.answer();
        counters.count(Counter.EXPORT_FAILURE, asSent,
                refused.guilty().isEmpty() ? refused.whole() : together(refused.guilty()));
        answers.errors().add(wording.of(asSent, refused));
        answers.refusals().add(refusals.note(before, ExportErrors.code(rejected), rejected));
        noteTaken(answers, before, rejected);
        if (asSent.hologram().pendingExport().change(Nested.DN) == null) {
            noteLost(answers, before, rejected);
        }
    }

    /** A new account whose name somebody else has by now may find another one. */
    private static void noteTaken(
            PageAnswers answers, ConnectorSpaceObject before, ExportResult.Rejected rejected) {
        if (rejected.code() == ExportResult.Code.ALREADY_EXISTS && before.isDraft() && before.link().isJoined()) {
            answers.awake().add(before.link().identity());
        }
    }

    /** A new account that cannot be changed because it never arrived is created anew; of a move it may be the place that is missing. */
    private void noteLost(PageAnswers answers, ConnectorSpaceObject before, ExportResult.Rejected rejected) {
        if (rejected.code() == ExportResult.Code.NO_SUCH_OBJECT && before.hologram().isUnseenAdd()) {
            answers.changes()
                    .add(keys.change(before, before.with(before.hologram().lost()).reported(ContentHash.UNKNOWN)));
        }
    }

    private void count(ConnectorSpaceObject asSent, Delta sent) {
        boolean rename = sent.change(asSent.type().index(ObjectType.DN)) != null;
        counters.count(
                switch (sent.kind()) {
                    case ADD -> Counter.EXPORT_ADD;
                    case UPDATE -> rename ? Counter.EXPORT_RENAME : Counter.EXPORT_UPDATE;
                    case DELETE, NONE -> Counter.EXPORT_DELETE;
                },
                asSent,
                sent);
    }

    private void write(SentPage sent, PageAnswers answers) {
        answers.awake().addAll(answers.names().awake());
        new IsolatingWriter(store).write(answers.names().withReferrers(answers.changes()), notKept -> {
            List<ObjectError> raised = new ArrayList<>(answers.errors());
            notKept.forEach(each -> raised.add(notKept(each)));
            clearErrors(answers);
            if (!raised.isEmpty()) {
                store.runHistory().raise(raised);
            }
            if (!answers.awake().isEmpty()) {
                store.metaverse().markForEvaluation(answers.awake());
            }
            answers.names().writeBelow(moved -> {});
            guarding.noteSent(answers.sent());
            refusals.write(answers.refusals(), answers.settled());
            heldReferences.replace(sent);
            settle(sent.page(), answers);
        });
    }

    private void settle(ExportPage page, PageAnswers answers) {
        if (answers.underWay().isEmpty()) {
            store.runHistory().clearInFlight(page.mark());
        } else {
            store.runHistory().settle(target.name(), page.objects().stream()
                    .map(ConnectorSpaceObject::id)
                    .filter(object -> !answers.underWay().contains(object))
                    .toList());
        }
    }

    private void clearErrors(PageAnswers answers) {
        if (hadErrors) {
            Set<Long> mended = answers.sent().stream().map(ConnectorSpaceObject::id).collect(Collectors.toSet());
            answers.errors().forEach(error -> mended.remove(error.object()));
            store.runHistory().clear(Set.of(ObjectError.Origin.EXPORT), mended);
        }
        Departed.note(answers.changes(), store.runHistory());
    }

    private ObjectError notKept(IsolatingWriter.Refused refused) {
        ObjectError error = wording.of(
                refused.change().before(),
                new ExportResult.Rejected(
                        ExportResult.Code.CONSTRAINT_VIOLATION,
                        "The system accepted the change, but the store refuses to note it: "
                                + refused.reason().getMessage(),
                        null,
                        null));
        errors.add(error);
        return error;
    }

    /** Closes what concerns changes that nobody wants any more; only a whole export that held nothing can tell. */
    void forgetWhatIsOver() {
        List<Long> over = refusals.over();
        if (!over.isEmpty()) {
            store.inTransaction(() -> {
                store.exportHistory().forgetRefusals(over);
                store.runHistory().clear(Set.of(ObjectError.Origin.EXPORT), over);
            });
        }
    }
}
