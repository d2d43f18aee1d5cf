package org.syncline.connectors.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Attributes;

/** Faults that a memory system shows when it is next read or written; each shows once, unless it lasts until it is mended. */
public final class MemoryFaults {
    private record Refusal(Predicate<ExportOperation> of, ExportResult.Rejected result) {}

    private record Rewriting(Predicate<ExportOperation> of, UnaryOperator<Attributes> change) {}

    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Predicate<ExportOperation>> drops = new ArrayList<>();
    private final List<Rewriting> rewritings = new ArrayList<>();
    private final List<Predicate<ExportOperation>> losses = new ArrayList<>();
    private final List<Refusal> standing = new ArrayList<>();
    private UnaryOperator<Attributes> lasting = UnaryOperator.identity();
    private final Deque<DiscoveryError> errors = new ArrayDeque<>();
    private List<String> remarks = List.of();
    private boolean repeats;
    private OptionalInt importBreak = OptionalInt.empty();
    private OptionalInt exportBreak = OptionalInt.empty();

    MemoryFaults() {}

    /** Refuses the next operation that matches. */
    public synchronized void rejectNext(Predicate<ExportOperation> operation, ExportResult.Rejected result) {
        refusals.add(new Refusal(operation, result));
    }

    /** Refuses every operation that matches, until it is mended. */
    public synchronized void rejectAll(Predicate<ExportOperation> operation, ExportResult.Rejected result) {
        standing.add(new Refusal(operation, result));
    }

    /** Writes something else than it is told, such as other capitals, until it is mended. */
    public synchronized void rewriteAll(UnaryOperator<Attributes> change) {
        lasting = change;
    }

    /** Ends the faults that last. */
    public synchronized void mend() {
        standing.clear();
        lasting = UnaryOperator.identity();
        remarks = List.of();
    }

    /** Has this to say at the end of every step, until it is mended. */
    public synchronized void remark(String... sentences) {
        remarks = List.of(sentences);
    }

    synchronized List<String> remarks() {
        return remarks;
    }

    /** Accepts the next operation that matches, and does nothing. */
    public synchronized void dropNext(Predicate<ExportOperation> operation) {
        drops.add(operation);
    }

    /** Accepts the next operation that matches and writes something else than it says. */
    public synchronized void rewriteNext(Predicate<ExportOperation> operation, UnaryOperator<Attributes> change) {
        rewritings.add(new Rewriting(operation, change));
    }

    /** Reports an error in the next page that is read. */
    public synchronized void reportNext(DiscoveryError error) {
        errors.add(error);
    }

    /** Delivers the objects of the next page that is read twice. */
    public synchronized void repeatNext() {
        repeats = true;
    }

    synchronized boolean repeats() {
        boolean now = repeats;
        repeats = false;
        return now;
    }

    /** Breaks the next import after this many objects have been delivered, at its end if there are fewer. */
    public synchronized void breakNextImportAfter(int objects) {
        importBreak = OptionalInt.of(objects);
    }

    /** Breaks the connection in the next export after this many operations have been done; their outcome is not told. */
    public synchronized void breakNextExportAfter(int operations) {
        exportBreak = OptionalInt.of(operations);
    }

    synchronized ExportResult.Rejected refusal(ExportOperation operation) {
        for (Iterator<Refusal> each = refusals.iterator(); each.hasNext();) {
            Refusal refusal = each.next();
            if (refusal.of().test(operation)) {
                each.remove();
                return refusal.result();
            }
        }
        return standing.stream()
                .filter(refusal -> refusal.of().test(operation))
                .map(Refusal::result)
                .findFirst()
                .orElse(null);
    }

    /** Does the next operation that matches, and loses the answer. */
    public synchronized void loseNextAnswer(Predicate<ExportOperation> operation) {
        losses.add(operation);
    }

    synchronized boolean drops(ExportOperation operation) {
        return takesFirst(drops, operation);
    }

    synchronized boolean losesAnswer(ExportOperation operation) {
        return takesFirst(losses, operation);
    }

    private static boolean takesFirst(List<Predicate<ExportOperation>> faults, ExportOperation operation) {
        for (Iterator<Predicate<ExportOperation>> each = faults.iterator(); each.hasNext();) {
            if (each.next().test(operation)) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    synchronized Attributes rewritten(ExportOperation operation, Attributes object) {
        for (Iterator<Rewriting> each = rewritings.iterator(); each.hasNext();) {
            Rewriting rewriting = each.next();
            if (rewriting.of().test(operation)) {
                each.remove();
                return rewriting.change().apply(object);
            }
        }
        return lasting.apply(object);
    }

    synchronized List<DiscoveryError> errors() {
        List<DiscoveryError> now = List.copyOf(errors);
        errors.clear();
        return now;
    }

    synchronized OptionalInt importBreak() {
        OptionalInt now = importBreak;
        importBreak = OptionalInt.empty();
        return now;
    }

    synchronized OptionalInt exportBreak() {
        OptionalInt now = exportBreak;
        exportBreak = OptionalInt.empty();
        return now;
    }

    static ConnectorException connectionLost(String system) {
        return new ConnectorException(
                ConnectorException.Code.STOPPED_CONNECTIVITY,
                "The connection to the memory system '" + system + "' broke, as a test asked for. Run the step again.");
    }
}
