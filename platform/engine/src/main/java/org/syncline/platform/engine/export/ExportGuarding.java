package org.syncline.platform.engine.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.guard.ExportEffects;
import org.syncline.platform.engine.guard.SentLately;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import org.syncline.platform.engine.port.GuardHistory.Review;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** The guards of one export: what they hold of the whole set, what a person released of it, what an administrator reads of both. */
final class ExportGuarding {
    private static final Duration REVIEWS_KEPT = Duration.ofDays(30);
    private static final int NAMED = 5;

    private final ConnectorDefinition connector;
    private final Store store;
    private final Clock clock;
    private final String folder;
    private final List<Breach> breaches;
    private final Release release;
    private final SentLately sent;

    /**
     * What guards an export.
     *
     * @param connector with the guards that hold for this step
     * @param folder the configuration folder, as commands name it
     */
    ExportGuarding(ConnectorDefinition connector, Store store, Clock clock, Ruleset ruleset, String folder) {
        this.connector = connector;
        this.store = store;
        this.clock = clock;
        this.folder = folder;
        Instant now = clock.instant();
        ExportEffects effects = new ExportEffects(connector, new Present(now, ruleset.zone()));
        this.breaches = new ExportGuardCheck(connector, store, now, effects).breaches();
        this.release = new Release(connector.name(), breaches, effects, store.guardHistory());
        this.sent = SentLately.of(connector.name(), ruleset, store, clock);
        noteHeldKinds();
    }

    private void noteHeldKinds() {
        if (!breaches.isEmpty()) {
            for (TypeCount count : store.connectorSpace().counts(connector.name())) {
                noteHeld(count.objectType(), Delta.Kind.ADD, count.pendingAdds());
                noteHeld(count.objectType(), Delta.Kind.UPDATE, count.pendingUpdates());
                noteHeld(count.objectType(), Delta.Kind.DELETE, count.pendingDeletes());
            }
        }
    }

    private void noteHeld(String objectType, Delta.Kind kind, long objects) {
        if (release.holdsEvery(objectType, kind)) {
            release.noteHeld(objects);
        }
    }

    /** Whether some of this kind may be sent. */
    boolean sends(String objectType, Delta.Kind kind) {
        return !release.holdsEvery(objectType, kind);
    }

    boolean allows(ConnectorSpaceObject object) {
        return release.allows(object);
    }

    /** Notes what was sent, within the transaction of its answers. What a person released has been looked at and counts no more. */
    void noteSent(List<ConnectorSpaceObject> objects) {
        sent.note(objects.stream().filter(object -> !release.isReleased(object.id())).toList());
    }

    boolean isHolding() {
        return release.held() > 0;
    }

    StepResult result() {
        return breaches.getFirst().result();
    }

    /** Ends the export for the guards; the result is what an administrator should read, null for nothing. */
    String finish() {
        GuardHistory history = store.guardHistory();
        Instant now = clock.instant();
        String[] message = new String[1];
        store.inTransaction(() -> {
            release.approvals().forEach(approval -> history.use(approval.id(), now, outcome()));
            sent.forget();
            message[0] = isHolding() ? held(now) : released();
        });
        return message[0];
    }

    private String outcome() {
        return breaches.isEmpty()
                ? "no guard held anything"
                : "released " + release.released() + ", changed since " + release.changed().size() + ", held "
                        + release.held();
    }

    private String released() {
        return release.released() == 0
                ? null
                : objects(release.released()) + " went out as approved by "
                        + release.approvals().stream().map(Approval::who).distinct().collect(Collectors.joining(", "))
                        + ".";
    }

    private String held(Instant now) {
        Review review = new PendingSet(connector, store).read(now, object -> {});
        store.guardHistory().keep(review);
        store.guardHistory().forgetReviews(connector.name(), now.minus(REVIEWS_KEPT));
        return breaches.stream().map(Breach::message).collect(Collectors.joining(" "))
                + " Nothing of what this concerns was sent" + exceptReleased() + ". Look at it:\n  syncline pending "
                + folder + " --connector " + connector.name()
                + "\nIf it is right, release it once:\n  syncline approve "
                + folder + " --connector " + connector.name() + " --digest " + review.digest()
                + "\nIf it is not, mend the source or the rules and run again.";
    }

    private String exceptReleased() {
        String except = release.released() == 0 ? "" : " but " + objects(release.released()) + " that were approved";
        return release.changed().isEmpty()
                ? except
                : except + "; " + objects(release.changed().size()) + " changed since the approval and stay held: "
                        + named(release.changed());
    }

    private static String named(List<String> titles) {
        String first = titles.stream().limit(NAMED).collect(Collectors.joining("; "));
        return titles.size() <= NAMED ? first : first + "; and " + (titles.size() - NAMED) + " more";
    }

    private static String objects(long count) {
        return count == 1 ? "1 object" : count + " objects";
    }
}
