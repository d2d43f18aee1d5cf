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

    private final List<Line> lines = new ArrayList<>();
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

    /** How a flow is noted: where it goes, what flows, what became of it, and by which rule. */
    static String flow(FlowTrace flow, boolean sensitive) {
        String values = flow.content() == null || !flow.content().isPresent()
                ? "(nothing)"
                : sensitive
                        ? "********"
                        : flow.content().asList().stream().map(Value::text).collect(Collectors.joining(", "));
        return flow.attribute() + " <- " + values + ": " + flow.outcome() + " by " + flow.rule() + " ("
                + flow.location() + ")";
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
