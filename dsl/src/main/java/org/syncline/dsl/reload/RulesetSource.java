package org.syncline.dsl.reload;

import java.util.function.Consumer;
import org.syncline.dsl.ruleset.Ruleset;

/** The current version of the rules. Whoever works with rules pins it: a version lives until it is replaced and nobody has it pinned. */
public final class RulesetSource implements AutoCloseable {
    private final Consumer<Ruleset> release;
    private Version current;

    /** @param release lets go of what a version holds that nobody will use again */
    public RulesetSource(Ruleset ruleset, long number, Consumer<Ruleset> release) {
        this.release = release;
        this.current = new Version(ruleset, number);
    }

    /** The version that is current now. */
    public synchronized Ruleset ruleset() {
        return current.ruleset;
    }

    /** The number of the version that is current now. */
    public synchronized long number() {
        return current.number;
    }

    /** The current version, kept for the one who asks until the pin is closed. */
    public synchronized Pin pin() {
        current.users++;
        return new Pin(current);
    }

    /** From now on another version is current. */
    public void swap(Ruleset ruleset, long number) {
        leave(replace(new Version(ruleset, number)));
    }

    private synchronized Version replace(Version next) {
        Version before = current;
        current = next;
        return before;
    }

    private void leave(Version version) {
        if (isLastOf(version)) {
            release.accept(version.ruleset);
        }
    }

    private synchronized boolean isLastOf(Version version) {
        return --version.users == 0;
    }

    /** Nothing is current any more; what is pinned lives on. */
    @Override
    public void close() {
        leave(replace(null));
    }

    /** A version, and how many use it: the source itself as long as it is current, and each pin. */
    private static final class Version {
        private final Ruleset ruleset;
        private final long number;
        private int users = 1;

        Version(Ruleset ruleset, long number) {
            this.ruleset = ruleset;
            this.number = number;
        }
    }

    /** One version for as long as somebody needs it. */
    public final class Pin implements AutoCloseable {
        private final Version version;

        private Pin(Version version) {
            this.version = version;
        }

        public Ruleset ruleset() {
            return version.ruleset;
        }

        public long number() {
            return version.number;
        }

        /** To be called once. */
        @Override
        public void close() {
            leave(version);
        }
    }
}
