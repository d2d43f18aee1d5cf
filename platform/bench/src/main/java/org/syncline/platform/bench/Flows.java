package org.syncline.platform.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** Thirty flows as administrators write them. */
final class Flows {
    static final List<String> WRITTEN = List.of(
            "[id]",
            "Trim([givenName])",
            "Trim([familyName])",
            "Trim([givenName] & \" \" & [familyName])",
            "LCase(Trim([mail]))",
            "LCase(Left([id], 1) & [familyName])",
            "Trim([title])",
            "Trim([department])",
            "UCase([departmentNumber])",
            "Left([costCentre], 7)",
            "Replace([phone], \"-\", \" \")",
            "IIF(IsPresent([mobile]), [mobile], [phone])",
            "IIF([status] = \"left\", \"disabled\", \"active\")",
            "IsPresent([endDate]) Or [status] = \"left\"",
            "UCase([country])",
            "IIF([contract] = \"fixed\", \"fixed-term\", \"permanent\")",
            "Word([mail], 1, \"@\")",
            "Word([mail], 2, \"@\")",
            "\"uid=\" & [id] & \",ou=People,dc=example,dc=com\"",
            "[building] & \"$\" & [city] & \"$\" & [country]",
            "IIF(IsPresent([jobTitle]), [jobTitle], [jobCode])",
            "LCase([privateMail])",
            "\"Room \" & [room]",
            "Mid([costCentre], 4, 4)",
            "Right([id], 4)",
            "Len([note])",
            "Switch([country] = \"de\", \"Germany\", [country] = \"us\", \"United States\", True, \"elsewhere\")",
            "IIF(IsPresent([middleName]), [givenName] & \" \" & Left([middleName], 1) & \". \" & [familyName], NULL)",
            "[company] & \" \" & [division]",
            "InStr([mail], \"@\") > 0 And Len([id]) = 7");

    /** The texts that flows make on the way to their results, each with the place of its flow: no function can do without. */
    static final Map<String, Integer> ON_THE_WAY = Map.of(
            "[givenName] & \" \" & [familyName]", 3,
            "Trim([mail])", 4,
            "Left([id], 1)", 5,
            "Left([id], 1) & [familyName]", 5,
            "Left([middleName], 1)", 27);

    private final Expression[] flows =
            WRITTEN.stream().map(Flows::compiled).toArray(Expression[]::new);
    private final Evaluation evaluation = Evaluation.at(Instant.EPOCH);

    static Expression compiled(String text) {
        try {
            return ExpressionCompiler.compile(text, Scope.of(People.TYPE, Map.of()));
        } catch (ExpressionException mistaken) {
            throw new IllegalStateException(text + ": " + mistaken.mistakes(), mistaken);
        }
    }

    /** What they make of a person. */
    Content[] of(Attributes person) {
        evaluation.source(person);
        Content[] results = new Content[flows.length];
        for (int index = 0; index < flows.length; index++) {
            results[index] = flows[index].evaluate(evaluation);
        }
        return results;
    }
}
