package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.platform.engine.port.WakeTime;

/** The evaluations that a page asks for, and those that were asked for and that it is. */
final class Evaluations {
    private final Set<Long> inThisPage;
    private final Set<Long> inThisStep = new TreeSet<>();
    private final Set<Long> later = new TreeSet<>();
    private final Set<Long> listed = new TreeSet<>();
    private final Map<String, Set<Long>> ofObjects = new TreeMap<>();
    private boolean isAtTheEnd;

    /** @param inThisPage the identities that the page evaluates, as they come */
    Evaluations(Set<Long> inThisPage) {
        this.inThisPage = inThisPage;
    }

    /** Notes that the step has seen everything that changed. */
    void noteEnd() {
        isAtTheEnd = true;
    }

    /** Asks for an evaluation of identities that this page does not hold. */
    void wake(Collection<Long> ids) {
        ids.stream().filter(id -> !inThisPage.contains(id)).forEach(inThisStep::add);
    }

    /** Asks for one more evaluation of an identity of this page: what it was computed from changed afterwards. */
    void wakeAgain(long identity) {
        inThisStep.add(identity);
    }

    /** Asks for an evaluation once this page is written, also of identities that it holds. */
    void wakeAgain(Collection<Long> ids) {
        inThisStep.addAll(ids);
    }

    /** Asks for an evaluation of objects that this page does not hold, by the next synchronization of their connector. */
    void wakeObjects(String connector, Set<Long> ids) {
        ofObjects.put(connector, ids);
    }

    /** Asks for an evaluation in the next synchronization: something has to happen in a connected system first. */
    void wakeLater(long identity) {
        later.add(identity);
    }

    /**
     * Asks for an evaluation when this step has seen everything that changed, or, if it has, in the next synchronization: what matters
     * may be known then.
     */
    void wakeAtTheEnd(long identity) {
        (isAtTheEnd ? later : inThisStep).add(identity);
    }

    Set<Long> later() {
        return later;
    }

    Set<Long> inThisStep() {
        return inThisStep;
    }

    /** Those asked for, in this step or later. */
    Set<Long> all() {
        Set<Long> all = new TreeSet<>(inThisStep);
        all.addAll(later);
        return all;
    }

    /** The objects of other connectors, by connector, that are to be evaluated at once. */
    Map<String, List<WakeTime>> ofObjects(Instant now) {
        Map<String, List<WakeTime>> times = new TreeMap<>();
        ofObjects.forEach((connector, ids) -> times.put(
                connector, ids.stream().map(id -> new WakeTime(id, now)).toList()));
        return times;
    }

    /** Notes that the list of evaluations asked for these identities. */
    void takeFromList(Collection<Long> ids) {
        listed.addAll(ids);
    }

    /** Those that the list of evaluations asked for. */
    Set<Long> takenFromList() {
        return listed;
    }
}
