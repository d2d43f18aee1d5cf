package org.syncline.dsl.expression;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;

/** A number made of bits, each set where its own condition holds. */
public record FlagBits(List<Flag> flags) implements Expression {

    /**
     * One bit.
     *
     * @param bit its value: 1, 2, 4, 8 and so on
     * @param when where it is set
     */
    public record Flag(long bit, Expression when) {}

    public FlagBits {
        flags = List.copyOf(flags);
    }

    /** All bits that the flags name. */
    public long mask() {
        return flags.stream().mapToLong(Flag::bit).reduce(0, (some, more) -> some | more);
    }

    @Override
    public String source() {
        return String.join(", ", flags.stream().map(flag -> flag.bit() + " when " + flag.when().source()).toList());
    }

    @Override
    public AttributeType type() {
        return AttributeType.INTEGER;
    }

    @Override
    public boolean multiValued() {
        return false;
    }

    @Override
    public Set<String> reads() {
        Set<String> reads = new HashSet<>();
        conditions().forEach(condition -> reads.addAll(condition.reads()));
        return reads;
    }

    @Override
    public Set<String> looksUp() {
        Set<String> tables = new HashSet<>();
        conditions().forEach(condition -> tables.addAll(condition.looksUp()));
        return tables;
    }

    @Override
    public Clock clock() {
        return conditions().stream().map(Expression::clock).max(Comparator.naturalOrder()).orElse(Clock.UNREAD);
    }

    @Override
    public Membership membership() {
        return conditions().stream()
                .map(Expression::membership)
                .max(Comparator.naturalOrder())
                .orElse(Membership.UNREAD);
    }

    /** Those that compiled. */
    private List<Expression> conditions() {
        return flags.stream().map(Flag::when).filter(Objects::nonNull).toList();
    }

    @Override
    public Content evaluate(Evaluation evaluation) {
        long bits = 0;
        for (Flag flag : flags) {
            bits |= flag.when().holds(evaluation) ? flag.bit() : 0;
        }
        return new IntegerValue(bits);
    }
}
