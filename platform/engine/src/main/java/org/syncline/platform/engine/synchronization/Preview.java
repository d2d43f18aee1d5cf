package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.List;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PinnedRules;

/**
 * What synchronizing one object would do, and why: the same computation as the real one, not written. New objects and identities
 * have made-up numbers.
 *
 * @param lines every decision, in order
 * @param objects the connector-space objects that would change
 * @param identities the identities that would change
 */
public record Preview(
        List<Trace.Line> lines,
        List<ConnectorSpaceChange> objects,
        List<MetaverseChange> identities,
        List<ObjectError> errors) {

    /** Synchronizes one stored object without writing. */
    public static Preview of(long object, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        Trace trace = Trace.on();
        Synchronizer synchronizer = new Synchronizer(new Synchronization(store, rules, keys, now, trace));
        Page page = synchronizer.synchronize(new Batch(Batch.Segment.BREAKS, List.of(object)));
        List<Trace.Line> lines = trace.lines().stream()
                .map(line -> new Trace.Line(line.phase(), readable(line.subject()), readable(line.text())))
                .toList();
        return new Preview(lines, page.objectChanges(), page.identityChanges(), page.errors());
    }

    /** A text without the digits of made-up numbers. */
    public static String readable(String text) {
        return Numbers.readable(text);
    }
}
