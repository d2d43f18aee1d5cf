package org.syncline.dsl.expression;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** What one evaluation can see. Made per object, used by one thread. */
public final class Evaluation {
    private static final Function<String, Content> NO_NAMES = name -> Absence.NULL;
    private static final Object[] NO_VARIABLES = {};
    private static final int SLOTS = 8;

    private final Present present;
    private final Answers answers;
    private final List<Question> asked = new ArrayList<>();
    private Attributes source;
    private Attributes target;
    private Anchor anchor;
    private Map<String, Content> decided = Map.of();
    private Function<String, Content> names = NO_NAMES;
    private Set<Connection> connections = Set.of();
    private Set<String> changed = Set.of();
    private long identity;
    private Object[] variables = NO_VARIABLES;

    public Evaluation(Present present, Answers answers) {
        this.present = present;
        this.answers = answers;
    }

    /** An evaluation that can ask nothing. */
    public static Evaluation at(Present present) {
        return new Evaluation(present, Answers.NONE);
    }

    /** An evaluation that can ask nothing, and whose days begin in UTC. */
    public static Evaluation at(Instant now) {
        return at(Present.at(now));
    }

    /** The object that {@code [attribute]} reads; null for none. */
    public Evaluation source(Attributes source) {
        this.source = source;
        return this;
    }

    /** The object that {@code [target.attribute]} reads; null for none. */
    public Evaluation target(Attributes target) {
        this.target = target;
        return this;
    }

    /** What {@code [anchor]} reads; null for none. */
    public Evaluation anchor(Anchor anchor) {
        this.anchor = anchor;
        return this;
    }

    /** What <code>{name}</code> reads. */
    public Evaluation decided(Map<String, Content> decided) {
        this.decided = decided;
        return this;
    }

    /** What {@code [name]} reads in an expression compiled by name ({@link Scope#byName}). */
    public Evaluation names(Function<String, Content> names) {
        this.names = names;
        return this;
    }

    /** Where the identity has objects. */
    public Evaluation connectedTo(Set<Connection> connections) {
        this.connections = connections;
        return this;
    }

    /** The attributes of the source that changed in this pass. */
    public Evaluation changed(Set<String> attributes) {
        this.changed = attributes;
        return this;
    }

    /** The number of the identity that asks; 0 if there is none yet. */
    public Evaluation identity(long identity) {
        this.identity = identity;
        return this;
    }

    /** The time; it takes note of when the result changes. */
    public Present present() {
        return present;
    }

    public Instant now() {
        return present.now();
    }

    public ZoneId zone() {
        return present.zone();
    }

    public long identity() {
        return identity;
    }

    /** The object that {@code [attribute]} reads; null for none. */
    public Attributes source() {
        return source;
    }

    /** The connectors in which the identity has an account. */
    public Set<String> connectedTo() {
        return connections.stream().map(Connection::connector).collect(Collectors.toSet());
    }

    public Content source(int index) {
        return source == null ? Absence.NULL : source.get(index);
    }

    public Content target(int index) {
        return target == null ? Absence.NULL : target.get(index);
    }

    public Anchor anchor() {
        return anchor;
    }

    public Content decided(String name) {
        return decided.getOrDefault(name, Absence.NULL);
    }

    public Content named(String name) {
        return names.apply(name);
    }

    /** @param objectType null for any */
    public boolean isConnectedTo(String connector, String objectType) {
        for (Connection connection : connections) {
            if (connection.connector().equals(connector)
                    && (objectType == null || connection.objectType().equals(objectType))) {
                return true;
            }
        }
        return false;
    }

    public boolean hasChanged(String attribute) {
        return changed.contains(attribute);
    }

    /** The answer to a question; {@link Absence#NULL} after noting it in {@link #asked()} if there is none yet. */
    public Content ask(Question question) {
        Content answer = answers.to(question);
        if (answer == null) {
            asked.add(question);
            return Absence.NULL;
        }
        return answer;
    }

    /** The questions that had no answer; while there are any, results mean nothing. */
    public List<Question> asked() {
        return asked;
    }

    /** What a part of the expression remembers for another, such as the item a function is applied to. */
    Object variable(int slot) {
        return variables[slot];
    }

    void variable(int slot, Object value) {
        if (slot >= variables.length) {
            variables = Arrays.copyOf(variables, Math.max(SLOTS, slot + 1));
        }
        variables[slot] = value;
    }
}
