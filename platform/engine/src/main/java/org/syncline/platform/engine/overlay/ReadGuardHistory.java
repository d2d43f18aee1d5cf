package org.syncline.platform.engine.overlay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.platform.engine.port.GuardHistory;

/** What guards remember of exports; it can be looked at, and since nothing is exported here nothing is added to it. */
record ReadGuardHistory(GuardHistory below) implements GuardHistory {

    private static IllegalStateException refused() {
        return new IllegalStateException("Nothing is exported from an overlay");
    }

    @Override
    public void noteSent(String connector, Instant when, Map<Affected, Long> sent) {
        throw refused();
    }

    @Override
    public Map<Affected, Long> sentAfter(String connector, Instant after) {
        return below.sentAfter(connector, after);
    }

    @Override
    public void forgetSent(String connector, Instant until) {
        throw refused();
    }

    @Override
    public Optional<GoodRun> lastGoodRun(String connector) {
        return below.lastGoodRun(connector);
    }

    @Override
    public void keep(String connector, GoodRun run) {
        throw refused();
    }

    @Override
    public void keep(Review review) {
        throw refused();
    }

    @Override
    public Optional<Review> review(String connector, String digest) {
        return below.review(connector, digest);
    }

    @Override
    public void forgetReviews(String connector, Instant until) {
        throw refused();
    }

    @Override
    public long approve(String connector, String digest, String who, Instant when) {
        throw refused();
    }

    @Override
    public List<Approval> approvals(String connector) {
        return below.approvals(connector);
    }

    @Override
    public void use(long approval, Instant when, String outcome) {
        throw refused();
    }
}
