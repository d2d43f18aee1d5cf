package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.schema.identity.ContentHash;

/** What the guards of exports must remember: what was sent lately, what was there when all was well, and what a person released. */
public interface GuardHistory {

    /** Adds to what was sent to a connector. */
    void noteSent(String connector, Instant when, Map<Affected, Long> sent);

    /** What was sent to a connector after an instant, summed. */
    Map<Affected, Long> sentAfter(String connector, Instant after);

    /** Forgets what was sent to a connector until then. */
    void forgetSent(String connector, Instant until);

    /** The last export that no guard held anything of; empty if there was none. */
    Optional<GoodRun> lastGoodRun(String connector);

    void keep(String connector, GoodRun run);

    /** Keeps a set of changes as a person can see it; one of the same digest is kept once. */
    void keep(Review review);

    Optional<Review> review(String connector, String digest);

    /** Forgets the sets seen until then, other than those that were approved. */
    void forgetReviews(String connector, Instant until);

    /** Notes that a person releases a set; the result is the number of the approval. */
    long approve(String connector, String digest, String who, Instant when);

    /** All approvals of a connector, the latest first. */
    List<Approval> approvals(String connector);

    /** Notes that an approval has been used and releases nothing any more. */
    void use(long approval, Instant when, String outcome);

    /** What guards count apart. */
    enum ChangeKind {
        ADD,
        UPDATE,
        DELETE,
        /** An account that counts as disabled afterwards and did not before. */
        DISABLE,
        /** An object that loses all values of one attribute. */
        CLEAR
    }

    /**
     * What guards count.
     *
     * @param attribute that is cleared; null for the other kinds
     */
    record Affected(String objectType, ChangeKind kind, String attribute) {
        public static Affected of(String objectType, ChangeKind kind) {
            return new Affected(objectType, kind, null);
        }
    }

    /**
     * An export that went through, and what has been linked since while nothing was held.
     *
     * @param linked objects by object type
     * @param held whether a guard has held something since
     */
    record GoodRun(Instant when, Map<String, Long> linked, boolean held) {
        public GoodRun {
            linked = Map.copyOf(linked);
        }

        public GoodRun holding() {
            return new GoodRun(when, linked, true);
        }
    }

    /**
     * A set of pending exports of one connector.
     *
     * @param digest of the set
     * @param changes what stands for the exact change of each object, by its number
     */
    record Review(String connector, String digest, Instant when, Map<Long, ContentHash> changes) {
        public Review {
            changes = Map.copyOf(changes);
        }
    }

    /**
     * A set that a person released.
     *
     * @param used when an export used it; null while it is open
     * @param outcome what the export made of it; null while it is open
     */
    record Approval(long id, String connector, String digest, String who, Instant when, Instant used, String outcome) {
        public boolean isOpen() {
            return used == null;
        }
    }
}
