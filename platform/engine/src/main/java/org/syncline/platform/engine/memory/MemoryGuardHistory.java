package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.platform.engine.port.GuardHistory;

/** What guards remember, in memory. */
final class MemoryGuardHistory implements GuardHistory {
    private record Sent(String connector, Instant when, Map<Affected, Long> counts) {}

    private final Journal journal;
    private final Table<Long, Sent> sent;
    private final Table<String, GoodRun> goodRuns;
    private final Table<String, Review> reviews;
    private final Table<Long, Approval> approvals;
    private long lastSent;
    private long lastApproval;

    MemoryGuardHistory(Journal journal) {
        this.journal = journal;
        this.sent = Table.sorted(journal);
        this.goodRuns = Table.sorted(journal);
        this.reviews = Table.sorted(journal);
        this.approvals = Table.sorted(journal);
    }

    private void write(String statement, int rows, Runnable work) {
        journal.inTransaction(() -> {
            work.run();
            journal.tally().wrote(statement, rows);
        });
    }

    @Override
    public void noteSent(String connector, Instant when, Map<Affected, Long> counts) {
        long id = ++lastSent;
        write("guard.note-sent", counts.size(), () -> sent.put(id, new Sent(connector, when, Map.copyOf(counts))));
    }

    @Override
    public Map<Affected, Long> sentAfter(String connector, Instant after) {
        journal.tally().read("guard.sent");
        Map<Affected, Long> sums = new HashMap<>();
        for (Sent one : sent.values()) {
            if (one.connector.equals(connector) && one.when.isAfter(after)) {
                one.counts.forEach((what, count) -> sums.merge(what, count, Long::sum));
            }
        }
        return sums;
    }

    @Override
    public void forgetSent(String connector, Instant until) {
        List<Long> old = sent.keys().stream()
                .filter(id -> sent.get(id).connector.equals(connector) && !sent.get(id).when.isAfter(until))
                .toList();
        write("guard.forget-sent", old.size(), () -> old.forEach(sent::remove));
    }

    @Override
    public Optional<GoodRun> lastGoodRun(String connector) {
        journal.tally().read("guard.good-run");
        return Optional.ofNullable(goodRuns.get(connector));
    }

    @Override
    public void keep(String connector, GoodRun run) {
        write("guard.keep-good-run", 1, () -> goodRuns.put(connector, run));
    }

    private static String key(String connector, String digest) {
        return connector + '\0' + digest;
    }

    @Override
    public void keep(Review review) {
        write("guard.keep-review", 1, () -> reviews.put(key(review.connector(), review.digest()), review));
    }

    @Override
    public Optional<Review> review(String connector, String digest) {
        journal.tally().read("guard.review");
        return Optional.ofNullable(reviews.get(key(connector, digest)));
    }

    @Override
    public void forgetReviews(String connector, Instant until) {
        List<String> old = reviews.values().stream()
                .filter(review -> review.connector().equals(connector) && !review.when().isAfter(until))
                .filter(review -> approvals(connector).stream()
                        .noneMatch(approval -> approval.digest().equals(review.digest())))
                .map(review -> key(connector, review.digest()))
                .toList();
        write("guard.forget-reviews", old.size(), () -> old.forEach(reviews::remove));
    }

    @Override
    public long approve(String connector, String digest, String who, Instant when) {
        long id = ++lastApproval;
        write("guard.approve", 1,
                () -> approvals.put(id, new Approval(id, connector, digest, who, when, null, null)));
        return id;
    }

    @Override
    public List<Approval> approvals(String connector) {
        journal.tally().read("guard.approvals");
        return approvals.latestFirst().stream()
                .filter(approval -> approval.connector().equals(connector))
                .toList();
    }

    @Override
    public void use(long id, Instant when, String outcome) {
        Approval open = approvals.get(id);
        write("guard.use", 1, () -> approvals.put(id, new Approval(
                id, open.connector(), open.digest(), open.who(), open.when(), when, outcome)));
    }
}
