package org.syncline.platform.engine.overlay;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to take back what the overlay noted in the running transaction. */
final class Undo {
    private final Deque<Runnable> undoing = new ArrayDeque<>();

    void note(Runnable undo) {
        undoing.push(undo);
    }

    void forget() {
        undoing.clear();
    }

    void run() {
        while (!undoing.isEmpty()) {
            undoing.pop().run();
        }
    }
}
