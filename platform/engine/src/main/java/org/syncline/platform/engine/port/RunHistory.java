package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** What ran and what it did, what people did by hand, and what went wrong and is not mended yet. */
public interface RunHistory {

    /** The number of the rules with this content; a new content gets the next number. */
    long rulesetVersion(String contentHash, Instant now);

    /** Notes the beginning of a step; the result is its number. */
    long begin(String connector, String step, String profile, long rulesetVersion, Instant now);

    /** Notes the end of a step. */
    void end(long step, StepResult result, Counters counters, String message, Instant now);

    /** Steps, the latest first. */
    List<StepRecord> steps(int limit);

    Optional<StepRecord> step(long step);

    /** The steps that began at this time or before, and had not ended before it; the earliest first. */
    List<StepRecord> stepsAt(Instant time);

    /** The steps that have no end: they run, or their process died; the earliest first. */
    List<StepRecord> stepsWithoutEnd();

    /**
     * Keeps which objects a step counted, and its counters so far, which stand if its process dies.
     *
     * @param page of the step, from 0 without a gap
     */
    void keepCounted(long step, int page, Counters soFar, List<Counted> counted);

    /** The objects that were kept as this page of a step; empty beyond the last, and for what was forgotten. */
    List<Counted> counted(long step, int page);

    /**
     * Forgets the counted objects of steps that began before this time; the steps and their counters stay.
     *
     * @param limit how many pages at most, the oldest steps first
     * @return how many there were
     */
    int forgetCounted(Instant before, int limit);

    /** Forgets steps that began before this time, with everything that was kept of them; at most so many, the result is how many. */
    int forgetSteps(Instant before, int limit);

    /** Forgets these steps, with everything that was kept of them. */
    void forgetSteps(Collection<Long> steps);

    /** Keeps what a person did. */
    void audit(AuditRecord done);

    /** What people did, the latest first. */
    List<AuditRecord> audits(int limit);

    /**
     * Adds errors; one that is open already is counted once more, takes the new message, and keeps when it was first seen. The same
     * error is one of the same origin, connector, code and object or identity; of the same title for rows that are neither.
     */
    void raise(Collection<ObjectError> errors);

    /** Closes the errors of these kinds for these objects; those of accounts stay. */
    void clear(Set<ObjectError.Origin> origins, Collection<Long> objects);

    /** Closes all discovery errors of a connector: a new full import finds those that are still there. */
    void clearDiscoveryErrors(String connector);

    /** Those of the given objects that have open errors; those of accounts do not count. */
    Set<Long> withErrors(Collection<Long> objects);

    /** The accounts of these identities that have open errors. */
    Set<FailedAccount> failedAccounts(Collection<Long> identities);

    /** Closes the errors of these accounts. */
    void clearAccounts(Collection<FailedAccount> accounts);

    /** Open errors, the oldest first. */
    List<ObjectError> errors(String connector);

    /** Replaces what is kept of unresolved and owed references of these owners. */
    void replaceReferences(Collection<Long> owners, Collection<PendingReference> references);

    /** References that lead nowhere yet. */
    List<PendingReference> pendingReferences(String connector);

    /** Notes, before it is sent, what is sent; the result is the number of the mark. */
    long markInFlight(String connector, Collection<SentImage> images);

    /** The outcome of all that was sent under a mark is recorded. */
    void clearInFlight(long mark);

    /** What was sent and has no recorded outcome, by object. */
    Map<Long, SentImage> inFlight(String connector);

    /** These objects are settled: what became of them is known, or matters no more. */
    void settle(String connector, Collection<Long> objects);

    /**
     * An object as it was sent.
     *
     * @param type that the change is about
     * @param sent the change, without secrets; none where nobody knows it
     */
    record SentImage(long object, ObjectType type, Delta sent) {}

    /**
     * One step that ran.
     *
     * @param profile the run profile it belonged to
     * @param ended null while it runs, or if it died
     * @param result null while it runs, or if it died
     * @param counters null until something is kept of them
     */
    record StepRecord(
            long id,
            String connector,
            String step,
            String profile,
            long rulesetVersion,
            Instant began,
            Instant ended,
            StepResult result,
            Counters counters,
            String message) {}

    /**
     * What a person did by hand.
     *
     * @param when it was done
     * @param who did it
     * @param what was done, in one word such as {@code join}
     * @param connector of the object
     * @param object number of the connector-space object
     * @param title what it was called then
     * @param before what there was, in words
     * @param after what there is since, in words
     */
    record AuditRecord(
            Instant when,
            String who,
            String what,
            String connector,
            long object,
            String title,
            String before,
            String after) {}

    /**
     * A reference that leads nowhere yet.
     *
     * @param owner number of the connector-space object that holds it
     * @param attribute of the owner
     * @param key what it names
     * @param reason {@code unresolved: not staged}, {@code unresolved: filtered}, {@code unresolved: not joined}, {@link #OWED},
     *     {@link #NOT_CREATED}, {@link #WAITS}, {@link #NO_CONTAINER}, {@link #NAME_TAKEN} or
     *     {@link #NOT_EMPTY}
     */
    record PendingReference(String connector, long owner, String attribute, String key, String reason) {
        /** The target has no account in the system. */
        public static final String OWED = "owed";
        /** The target's account is wanted, but the system has not accepted it. */
        public static final String NOT_CREATED = "owed: its account is not created yet";
        /** As one of these two, and the owner's own account waits for it, since the system would refuse it without. */
        public static final String WAITS = "waits-for-reference";
        /** The owner is to stand in a container that the system has not accepted. */
        public static final String NO_CONTAINER = "waits-for-container";
        /** The owner is to get a name that another has, who is to get another one too and did not. */
        public static final String NAME_TAKEN = "waits-for-name";
        /** The owner is to be deleted, and something below it could not be deleted or moved. */
        public static final String NOT_EMPTY = "waits-for-what-is-below";

        /** Whether an export held it back: it names its target as the system does. */
        public boolean isHeldBack() {
            return reason.equals(NOT_CREATED) || reason.equals(NO_CONTAINER)
                    || reason.equals(NAME_TAKEN) || reason.equals(NOT_EMPTY)
                    || reason.equals(WAITS) && !key.startsWith(IDENTITY);
        }

        /** Whether it is a reference of its system that leads to no identity. */
        public boolean isUnresolved() {
            return reason.startsWith("unresolved");
        }

        /** The identity that an account owes a reference to; 0 for every other. */
        public long owedIdentity() {
            return key.startsWith(IDENTITY) ? Long.parseLong(key.substring(IDENTITY.length())) : 0;
        }

        private static final String IDENTITY = "identity #";

        /** One that an account owes to an identity without an account. */
        public static PendingReference owed(
                String connector, long owner, String attribute, long identity, boolean waits) {
            return new PendingReference(connector, owner, attribute, IDENTITY + identity, waits ? WAITS : OWED);
        }
    }
}
