package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import org.syncline.platform.engine.port.GuardHistory.ChangeKind;
import org.syncline.platform.engine.port.GuardHistory.GoodRun;
import org.syncline.platform.engine.port.GuardHistory.Review;
import org.syncline.schema.identity.ContentHash;

/** What the memory of the guards promises. */
interface GuardHistoryContract extends StoreFixture {
    Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    Affected DELETES = Affected.of("account", ChangeKind.DELETE);
    Affected CLEARED = new Affected("account", ChangeKind.CLEAR, "mail");

    private GuardHistory guards() {
        return store().guardHistory();
    }

    @Test
    default void sumsWhatWasSentAfterAnInstant() {
        guards().noteSent("directory", THEN, Map.of(DELETES, 7L));
        guards().noteSent("directory", THEN.plusSeconds(1), Map.of(DELETES, 2L, CLEARED, 3L));
        guards().noteSent("directory", THEN.plusSeconds(2), Map.of(DELETES, 1L));
        guards().noteSent("other", THEN.plusSeconds(2), Map.of(DELETES, 100L));

        assertEquals(Map.of(DELETES, 3L, CLEARED, 3L), reopened().guardHistory().sentAfter("directory", THEN));
        guards().forgetSent("directory", THEN.plusSeconds(1));
        assertEquals(Map.of(DELETES, 1L), guards().sentAfter("directory", Instant.EPOCH));
        assertEquals(Map.of(DELETES, 100L), guards().sentAfter("other", Instant.EPOCH));
    }

    @Test
    default void keepsTheLastGoodRun() {
        assertEquals(Optional.empty(), guards().lastGoodRun("directory"));
        GoodRun first = new GoodRun(THEN, Map.of("account", 3L, "a group", 5L), false);
        guards().keep("directory", first);
        assertEquals(Optional.of(first), reopened().guardHistory().lastGoodRun("directory"));
        guards().keep("directory", first.holding());
        assertEquals(Optional.of(first.holding()), guards().lastGoodRun("directory"));
        assertEquals(Optional.empty(), guards().lastGoodRun("other"));
    }

    @Test
    default void findsAReviewedSetByItsDigest() {
        Review review = new Review("directory", "abc", THEN,
                Map.of(1L, new ContentHash(1, -1), 1L << 40, new ContentHash(Long.MIN_VALUE, 2)));
        guards().keep(review);
        guards().keep(review);
        guards().keep(new Review("other", "abc", THEN, Map.of()));

        assertEquals(Optional.of(review), reopened().guardHistory().review("directory", "abc"));
        assertEquals(Optional.empty(), guards().review("directory", "abd"));
    }

    @Test
    default void forgetsOldReviewsExceptThoseThatWereApproved() {
        for (String digest : List.of("approved", "old")) {
            guards().keep(new Review("directory", digest, THEN, Map.of()));
        }
        guards().keep(new Review("directory", "young", THEN.plus(Duration.ofDays(1)), Map.of()));
        guards().approve("directory", "approved", "ann", THEN);

        guards().forgetReviews("directory", THEN);

        assertTrue(guards().review("directory", "approved").isPresent());
        assertTrue(guards().review("directory", "young").isPresent());
        assertEquals(Optional.empty(), guards().review("directory", "old"));
    }

    @Test
    default void remembersWhoApprovedWhatAndWhatBecameOfIt() {
        long first = guards().approve("directory", "abc", "ann", THEN);
        long second = guards().approve("directory", "abd", "bob", THEN.plusSeconds(1));
        guards().approve("other", "abc", "ann", THEN);

        guards().use(first, THEN.plusSeconds(2), "released 3");

        List<Approval> approvals = reopened().guardHistory().approvals("directory");
        assertEquals(
                List.of(new Approval(second, "directory", "abd", "bob", THEN.plusSeconds(1), null, null),
                        new Approval(first, "directory", "abc", "ann", THEN, THEN.plusSeconds(2), "released 3")),
                approvals);
        assertEquals(List.of(true, false), approvals.stream().map(Approval::isOpen).toList());
    }
}
