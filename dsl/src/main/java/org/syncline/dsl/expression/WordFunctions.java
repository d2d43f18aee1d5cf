package org.syncline.dsl.expression;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The words of the language that MIM writes with parentheses. */
final class WordFunctions {
    private WordFunctions() {}

    static List<Function> functions() {
        return List.of(
                declared("CRLF", "CRLF", "A carriage return and a line feed.", "A text of two characters.",
                        "Len(CRLF())", "2"),
                declared("Null", "NULL", "Nothing: the next in precedence is asked.", "NULL.", "IsNull(Null())",
                        "True"));
    }

    private static Function declared(
            String name, String word, String purpose, String result, String example, String itsResult) {
        return new Declaration(Group.FLOW_CONTROL, name, purpose + " The same as the word " + word + ".")
                .gives(result)
                .from(Origin.MIM)
                .example(example, itsResult)
                .as(arguments -> Words.constant(word));
    }
}
