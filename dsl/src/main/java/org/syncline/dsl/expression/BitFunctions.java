package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.INTEGER;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions over the bits of whole numbers. */
final class BitFunctions {
    private BitFunctions() {}

    static List<Function> functions() {
        return List.of(
                declare("BitAnd", "The bits that are set in both of two numbers.")
                        .gives("A whole number; nothing for nothing.")
                        .example("BitAnd(&HF, &HF7)", "7")
                        .as(NumberBody.ofNumbers((value, bits) -> value & bits)),
                declare("BitOr", "The bits that are set in at least one of two numbers.")
                        .gives("A whole number; nothing for nothing.")
                        .example("BitOr(1, 6)", "7")
                        .as(NumberBody.ofNumbers((value, bits) -> value | bits)),
                declare("SetBit", "A number with some bits set; nothing counts as 0.")
                        .gives("A whole number; nothing if the bits are nothing.")
                        .from(Origin.SYNCLINE)
                        .example("SetBit(512, 2)", "514")
                        .as(arguments -> changed(arguments, true)),
                declare("ClearBit", "A number with some bits not set; nothing counts as 0.")
                        .gives("A whole number; nothing if the bits are nothing.")
                        .from(Origin.SYNCLINE)
                        .example("ClearBit(514, 2)", "512")
                        .as(arguments -> changed(arguments, false)),
                declare("IsBitSet", "Whether bits are set in a number; of several bits all must be.")
                        .gives("True or False; False for nothing.")
                        .example("IsBitSet(&HF, 4)", "True")
                        .example("IsBitSet(512, 2)", "False")
                        .as(BitFunctions::areSet));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.BITS, name, purpose)
                .takes(
                        each("value", INTEGER, "the number"),
                        one("bits", INTEGER,
                                "the value of the bit (1, 2, 4, 8 and so on, not its position), or of several"));
    }

    private static Term changed(Arguments arguments, boolean set) {
        Term number = arguments.get(0);
        Term bits = arguments.get(1);
        return NumberBody.term(evaluation -> {
            long value = number.integer(evaluation);
            long mask = bits.integer(evaluation);
            long given = value == Term.ABSENT ? 0 : value;
            return mask == Term.ABSENT ? Term.ABSENT : Reading.usable(set ? given | mask : given & ~mask);
        });
    }

    private static Term areSet(Arguments arguments) {
        Term number = arguments.get(0);
        Term bits = arguments.get(1);
        return TruthBody.term(evaluation -> {
            long value = number.integer(evaluation);
            long mask = bits.integer(evaluation);
            return value != Term.ABSENT && mask != Term.ABSENT && mask != 0 && (value & mask) == mask;
        });
    }
}
