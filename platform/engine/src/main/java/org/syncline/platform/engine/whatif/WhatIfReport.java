package org.syncline.platform.engine.whatif;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What changed rules would do to everything that is stored, beyond what the rules as they are would do anyway.
 *
 * @param when everything was evaluated
 * @param files that differ, by name: {@code added}, {@code changed} or {@code removed}
 * @param rules that differ
 * @param steps that were evaluated under the changed rules
 * @param systems what becomes of the objects of connected systems, by connector and object type
 * @param identities what becomes of the metaverse, by metaverse type
 * @param guards that would hold exports
 * @param errors that appear or vanish
 * @param notes of what cannot be told before something is imported
 */
public record WhatIfReport(
        Instant when,
        Map<String, String> files,
        List<RuleChange> rules,
        List<Step> steps,
        List<Effects> systems,
        List<Effects> identities,
        List<GuardTrip> guards,
        List<ErrorChange> errors,
        List<String> notes) {

    public WhatIfReport {
        rules = List.copyOf(rules);
        steps = List.copyOf(steps);
        systems = List.copyOf(systems);
        identities = List.copyOf(identities);
        guards = List.copyOf(guards);
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** Whether nothing becomes otherwise than without the change. */
    public boolean isNothing() {
        return systems.isEmpty() && identities.isEmpty() && errors.isEmpty();
    }

    /** Whether some object has an error that it has not without the change, or a step did not come to its end. */
    public boolean bringsErrors() {
        return errors.stream().anyMatch(ErrorChange::appears) || steps.stream().anyMatch(step -> !step.completed());
    }

    /** Whether a guard would hold what it does not hold without the change. */
    public boolean tripsGuards() {
        return guards.stream().anyMatch(trip -> !trip.alreadyNow());
    }

    /**
     * A rule that differs.
     *
     * @param how {@code added}, {@code changed} or {@code removed}
     * @param kind such as {@code import flow}
     * @param name of the rule
     * @param location file and line; of a removed one where it stood
     */
    public record RuleChange(String how, String kind, String name, String location) {}

    /** A synchronization under the changed rules, and what it says; {@code completed} unless it broke off or was held. */
    public record Step(String connector, String kind, String result, boolean completed, String message) {}

    /**
     * What becomes of the objects of one type.
     *
     * @param connector null for identities
     * @param total how many objects of the type there are without the change
     * @param counts of objects, by what becomes of them
     * @param attributes whose values become others, in the order of the type
     * @param examples the first ones of each effect
     */
    public record Effects(
            String connector,
            String objectType,
            long total,
            Map<Effect, Long> counts,
            List<AttributeEffects> attributes,
            Map<Effect, List<Responsible>> responsible,
            List<Example> examples) {}

    /**
     * How many objects get other values of one attribute; those that come or go count for none.
     *
     * @param set get a value and had none
     * @param changed get another value
     * @param cleared lose all values
     * @param responsible rules this can come from
     */
    public record AttributeEffects(
            String attribute, long set, long changed, long cleared, List<Responsible> responsible) {
        public long total() {
            return set + changed + cleared;
        }
    }

    /**
     * A rule that an effect can come from.
     *
     * @param location file and line
     * @param changed whether it is one of those that differ
     */
    public record Responsible(String kind, String name, String location, boolean changed) {}

    /**
     * One object.
     *
     * @param title its name as an administrator knows it
     * @param effects what becomes of it
     * @param changes of its values
     */
    public record Example(long number, String title, List<Effect> effects, List<ValueChange> changes) {}

    /** A value without and with the change; sensitive ones masked, nothing is empty. */
    public record ValueChange(String attribute, String before, String after) {}

    /**
     * A guard that would hold an export.
     *
     * @param alreadyNow whether it holds without the change too
     */
    public record GuardTrip(String connector, String message, boolean alreadyNow) {}

    /**
     * Errors of one kind that appear, or vanish.
     *
     * @param example what the first of them says
     */
    public record ErrorChange(String connector, String code, boolean appears, long objects, String example) {}
}
