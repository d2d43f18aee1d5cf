package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the imports of a connector wait for besides the reason they are held for, and what a person approved.
 *
 * @param stageOnly whether what was staged waits for a synchronization that a person asks for
 * @param measured what guards measured when they held the connector, by words that say what of which object type
 * @param approved what a person says is right, by the same words; guards accept as much until an import passes them by itself
 * @param by who approved last; null for nobody
 * @param when it was approved; null if nothing was
 */
public record ImportHold(
        boolean stageOnly, Map<String, Long> measured, Map<String, Long> approved, String by, Instant when) {
    private static final String SEEN = " seen";
    public static final ImportHold NONE = new ImportHold(false, Map.of(), Map.of(), null, null);

    public ImportHold {
        measured = Map.copyOf(measured);
        approved = Map.copyOf(approved);
    }

    public ImportHold stagedOnly() {
        return new ImportHold(true, measured, approved, by, when);
    }

    /** A synchronization was asked for. */
    public ImportHold synchronizedByHand() {
        return new ImportHold(false, measured, approved, by, when);
    }

    /** A guard held the connector. */
    public ImportHold breached(Map<String, Long> what) {
        return new ImportHold(stageOnly, what, approved, by, when);
    }

    /** What was measured is no news any more, and what was approved in these words has done its service. */
    public ImportHold passed(Predicate<String> approvals) {
        Map<String, Long> still = new HashMap<>(approved);
        still.keySet().removeIf(approvals);
        return new ImportHold(stageOnly, Map.of(), still, by, when);
    }

    /** A person says that what was measured is right. */
    public ImportHold approve(String who, Instant now) {
        return new ImportHold(false, Map.of(), measured, who, now);
    }

    /** The words for how many objects of a type a full import saw. */
    public static String seen(String objectType) {
        return objectType + SEEN;
    }

    public static boolean isAboutSeeing(String words) {
        return words.endsWith(SEEN);
    }

    /** Whether a person said that what is missing is gone: only a full import can act on it. */
    public boolean awaitsFullImport() {
        return approved.keySet().stream().anyMatch(ImportHold::isAboutSeeing);
    }

    /** What was approved under these words, or {@code otherwise}. */
    public long approved(String words, long otherwise) {
        return approved.getOrDefault(words, otherwise);
    }
}
