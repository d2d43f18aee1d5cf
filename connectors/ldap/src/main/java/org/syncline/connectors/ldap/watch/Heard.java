package org.syncline.connectors.ldap.watch;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a directory told, from the thread that reads its answers to the one that waits for them. Changes that follow each other are one. */
public final class Heard {
    private int unready;
    private boolean changed;
    private LDAPException end;

    /** A search was begun that says when it is {@link #ready}. */
    public synchronized void expect() {
        unready++;
    }

    /** From now on one of the searches tells what changes. */
    public synchronized void ready() {
        unready--;
        notifyAll();
    }

    public synchronized void changed() {
        changed = true;
        notifyAll();
    }

    /** Nothing more will be heard. */
    public synchronized void ended(LDAPException reason) {
        end = reason;
        notifyAll();
    }

    /** Waits until all searches are ready. */
    synchronized void awaitReadiness(Duration atMost) throws LDAPException, InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (unready > 0) {
            demandNoEnd();
            if (!pause(until)) {
                throw new LDAPException(ResultCode.TIMEOUT, "it did not begin within " + atMost);
            }
        }
        demandNoEnd();
    }

    /** Waits for a change; false if there was none. */
    synchronized boolean awaitChange(Duration atMost) throws LDAPException, InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!changed) {
            demandNoEnd();
            if (!pause(until)) {
                return false;
            }
        }
        changed = false;
        return true;
    }

    private void demandNoEnd() throws LDAPException {
        if (end != null) {
            throw end;
        }
    }

    /** Waits until something is heard; false if it is too late. */
    private boolean pause(long until) throws InterruptedException {
        long left = until - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        return true;
    }
}
