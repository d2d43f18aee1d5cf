package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.schema.identity.Value;

/** Notes, for previews, what was decided and why. */
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

    private final List<Line> lines = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final boolean on;

    private Trace(boolean on) {
        this.on = on;
    }

    /** A trace that notes nothing and costs nothing. */
    static Trace off() {
        return new Trace(false);
    }

    static Trace on() {
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

    List<Flow> flows() {
        return List.copyOf(flows);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
