package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

/** The words that stand for a value. */
final class Words {
    private static final Map<String, Content> VALUES = Map.of(
            "True", BooleanValue.TRUE,
            "False", BooleanValue.FALSE,
            "NULL", Absence.NULL,
            "AuthoritativeNull", Absence.AUTHORITATIVE_NULL,
            "IgnoreThisFlow", Absence.IGNORE_THIS_FLOW,
            "CRLF", new TextValue("\r\n"));
    private static final List<String> OPERATORS = List.of("And", "Or", "Not");

    private Words() {}

    /** The value of a word; null if it is not one of them. */
    static Constant constant(String word) {
        Content value = VALUES.get(word);
        return value == null ? null : Constant.of(value);
    }

    static String unknown(String word) {
        return word.startsWith("$")
                ? "There is no variable " + word + " here; Select, Where and With make variables"
                : "'" + word + "' is not a word of the language; text stands in double quotes, attributes in brackets";
    }

    static String suggestion(String word, Collection<String> variables) {
        List<String> known = new ArrayList<>(word.startsWith("$") ? variables : VALUES.keySet());
        if (!word.startsWith("$")) {
            known.addAll(OPERATORS);
        }
        return NearestName.to(word, known);
    }
}
