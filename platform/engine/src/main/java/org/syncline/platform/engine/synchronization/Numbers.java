package org.syncline.platform.engine.synchronization;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import org.syncline.platform.engine.port.Store;

/** The numbers that new objects and new identities get: reserved in the store, or, for a preview, made up. */
final class Numbers {
    private static final int BLOCK = 500;
    private static final long MADE_UP = 1L << 62;

    private final Sequence objects;
    private final Sequence identities;

    private Numbers(IntToLongFunction objects, IntToLongFunction identities) {
        this.objects = new Sequence(objects);
        this.identities = new Sequence(identities);
    }

    static Numbers reservedIn(Store store) {
        return new Numbers(store.connectorSpace()::reserveIds, store.metaverse()::reserveIds);
    }

    /** Numbers beyond all that a store ever gives, so that what is new comes last here as there. */
    static Numbers madeUp() {
        AtomicLong next = new AtomicLong(MADE_UP);
        return new Numbers(next::getAndAdd, next::getAndAdd);
    }

    /** A text without the digits of made-up numbers. */
    static String readable(String text) {
        return text.replaceAll("46116860184273\\d{5}", "new");
    }

    /** Whether anything got a number. */
    boolean wereGiven() {
        return objects.end + identities.end > 0;
    }

    long nextObject() {
        return objects.next();
    }

    long nextIdentity() {
        return identities.next();
    }

    /** Consecutive numbers, taken in blocks. */
    private static final class Sequence {
        private final IntToLongFunction reserve;
        private long next;
        private long end;

        Sequence(IntToLongFunction reserve) {
            this.reserve = reserve;
        }

        long next() {
            if (next == end) {
                next = reserve.applyAsLong(BLOCK);
                end = next + BLOCK;
            }
            return next++;
        }
    }
}
