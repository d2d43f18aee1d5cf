package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.schema.identity.Value;

/** Notes, for previews and rule tests, what was decided and why. */
public final class Trace {

    /** One decision: in which phase, about what, in words. */
    public record Line(String phase, String subject, String text) {}

    /**
     * What became of one flow.
     *
     * @param phase {@code import flow} or {@code export flow}
     * @param sensitive whether its values are masked
     */
    public record Flow(String phase, FlowTrace flow, boolean sensitive) {
        /** Its values, readable. */
        public String values() {
            return text(flow, sensitive);
        }
    }

    /**
     * A rule that decided something.
     *
     * @param subject number of the object or the identity it was about
     */
    public record Act(String phase, long subject, String rule, RuleLocation location) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final boolean on;

    private Trace(boolean on) {
        this.on = on;
    }

    /** A trace that notes nothing and costs nothing. */
    public static Trace off() {
        return new Trace(false);
    }

    /** A trace that notes everything. One thread may write to it at a time. */
    public static Trace on() {
        return new Trace(true);
    }

    boolean isOn() {
        return on;
    }

    void note(String phase, String subject, String text) {
        if (on) {
            lines.add(new Line(phase, subject, text));
        }
    }

    /** Notes that a rule decided something. */
    void act(String phase, long subject, String rule, RuleLocation location) {
        if (on) {
            acts.add(new Act(phase, subject, rule, location));
        }
    }

    /** Notes what became of a flow of an object. */
    void note(String phase, String subject, FlowTrace flow, boolean sensitive) {
        if (on) {
            flows.add(new Flow(phase, flow, sensitive));
            note(
                    phase, subject, flow.attribute() + " <- " + text(flow, sensitive) + ": " + flow.outcome() + " by "
                            + flow.rule() + " (" + flow.location() + ")");
        }
    }

    private static String text(FlowTrace flow, boolean sensitive) {
        if (flow.content() == null || !flow.content().isPresent()) {
            return "(nothing)";
        }
        return sensitive
                ? "********"
                : flow.content().asList().stream().map(Value::text).collect(Collectors.joining(", "));
    }

    public List<Flow> flows() {
        return List.copyOf(flows);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public List<Act> acts() {
        return List.copyOf(acts);
    }
}
