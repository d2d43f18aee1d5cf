package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.syncline.schema.identity.ContentHash;

/** What systems made of what was sent, and is not settled yet: changes they refused, values they accepted and report otherwise. */
public interface ExportHistory {

    /** The refused changes of a connector, in the order of their objects. */
    List<Refusal> refusals(String connector);

    /** Keeps refusals; one object has one. */
    void keepRefusals(Collection<Refusal> refusals);

    /** Forgets the refusals of these objects. */
    void forgetRefusals(Collection<Long> objects);

    /** The contradicted values of a connector, in the order of their objects and attributes. */
    List<Contradiction> contradictions(String connector);

    /** Keeps contradictions; one attribute of one object has one. */
    void keepContradictions(Collection<Contradiction> contradictions);

    /** Forgets contradictions, whatever is kept of their values. */
    void forgetContradictions(Collection<Contradiction> contradictions);

    /** Forgets all contradictions of these objects. */
    void forgetContradictionsOf(Collection<Long> objects);

    /**
     * A change that a system refused.
     *
     * @param change stands for exactly this change of the object; another change is another matter
     * @param code of the last refusal
     * @param attempts so far, of this change
     * @param next when it is sent again; null if it is not
     */
    record Refusal(
            String connector, long object, ContentHash change, String code, int attempts, Instant last, Instant next) {

        /** Whether this change waits at that time. */
        public boolean postpones(ContentHash pending, Instant now) {
            return change.equals(pending) && (next == null || now.isBefore(next));
        }
    }

    /**
     * A value that a system accepted and reports otherwise.
     *
     * @param wanted stands for the value that was sent; of a large set, for the members that the system does not report
     * @param reported stands for what the system reports instead; of a large set, for the members that are not wanted
     * @param times it was contradicted so far
     */
    record Contradiction(
            String connector, long object, String attribute, ContentHash wanted, ContentHash reported, int times,
            Instant firstSeen) {

        /** Whether another one is about the same. */
        public boolean isOfSame(Contradiction other) {
            return object == other.object && attribute.equals(other.attribute) && wanted.equals(other.wanted)
                    && reported.equals(other.reported);
        }
    }
}
