package org.syncline.platform.store.encoding;

/** Refuses bodies of versions to come. */
final class Versions {
    private Versions() {}

    static void check(int found, int known) {
        if (found != known) {
            throw new UnreadableBody(
                    "its form has version " + found + ", this version of Syncline reads version " + known);
        }
    }
}
