package org.syncline.dsl.ruleset;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A test of the rules of a folder: what comes of given objects. It begins with empty systems and an empty metaverse.
 *
 * @param name what it shows, unique in its file
 * @param enabled whether it runs
 * @param steps what happens one after the other; at least one
 */
public record RuleTest(String name, boolean enabled, List<Step> steps, RuleLocation location) {

    public RuleTest {
        steps = List.copyOf(steps);
    }

    /**
     * What is given, and what is expected then.
     *
     * @param name null for none
     * @param time what time it is
     */
    public record Step(
            String name, Time time, List<Given> given, List<Expectation> expectations, RuleLocation location) {
        public Step {
            given = List.copyOf(given);
            expectations = List.copyOf(expectations);
        }
    }

    /** What time it is in a step. */
    public sealed interface Time {
        /** The time of the step before; in the first step the real time. */
        record Unchanged() implements Time {}

        record At(Instant instant) implements Time {}

        /** Some time after the step before. */
        record Later(Duration duration) implements Time {}
    }

    public record Given(GivenObject object, RuleLocation location) {}

    /** Something that must be there, or must not. */
    public sealed interface Expectation {
        /** Whether it must be there. */
        boolean isThere();

        RuleLocation location();
    }

    /**
     * An identity.
     *
     * @param type of the metaverse
     */
    public record ExpectedIdentity(boolean isThere, String type, ExpectedValues values, RuleLocation location)
            implements
            Expectation {}

    /**
     * A change that is sent to a connector.
     *
     * @param objectType null for any
     * @param change null for any
     * @param dn after the change, or before a deletion; null for any
     */
    public record ExpectedExport(
            boolean isThere, String connector, String objectType, ExpectedChange change, String dn,
            ExpectedValues values, RuleLocation location)
            implements
            Expectation {}

    /**
     * An error about an object of a connector.
     *
     * @param code such as {@code ambiguous-join}
     */
    public record ExpectedError(String connector, String code, RuleLocation location) implements Expectation {
        @Override
        public boolean isThere() {
            return true;
        }
    }

    /** No identity and no change at all. */
    public record Nothing(RuleLocation location) implements Expectation {
        @Override
        public boolean isThere() {
            return false;
        }
    }

    /**
     * Values of something expected; what is not named may be anything.
     *
     * @param present as files write them, by attribute; all of them must be there
     * @param absent by attribute, values that must not be there; none for an attribute that must have no value at all
     */
    public record ExpectedValues(Map<String, List<String>> present, Map<String, List<String>> absent) {
        public static final ExpectedValues ANY = new ExpectedValues(Map.of(), Map.of());

        public ExpectedValues {
            present = Collections.unmodifiableMap(new LinkedHashMap<>(present));
            absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
        }
    }

    /** What happens to an account. */
    public enum ExpectedChange {
        ADD,
        UPDATE,
        RENAME,
        DISABLE,
        DELETE,
        DISCONNECT
    }
}
