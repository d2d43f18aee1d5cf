package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

class ScopedEvaluationTest {
    private static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("givenName", AttributeType.STRING),
            AttributeDefinition.single("sn", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.multi("proxyAddresses", AttributeType.STRING));
    private static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace(
            "account", AttributeDefinition.single("userAccountControl", AttributeType.INTEGER));
    private static final Scope SCOPE = Scope.of(PERSON, Map.of())
            .withTarget(ACCOUNT)
            .withReferenced(Set.of(PERSON))
            .withDecided(Set.of("uid"));

    private final Attributes ann = Attributes.builder(PERSON)
            .set("givenName", "Ann")
            .set("sn", "Lee")
            .set("manager", ReferenceValue.toIdentity(7))
            .set("proxyAddresses", List.of(new TextValue("SMTP:ann"), new TextValue("smtp:al")))
            .build();
    private final Attributes account = Attributes.builder(ACCOUNT)
            .set("dn", "uid=alee,ou=People,dc=contoso")
            .set("userAccountControl", new IntegerValue(514))
            .build();
    private final Map<Question, Content> answers = new HashMap<>();

    private Evaluation evaluation() {
        return new Evaluation(Present.at(Instant.EPOCH), answers::get)
                .identity(3)
                .source(ann)
                .target(account)
                .anchor(new Anchor("A-1"))
                .decided(Map.of("uid", new TextValue("alee")))
                .connectedTo(Set.of(new Connection("hr", "employee")))
                .changed(Set.of("sn"));
    }

    private static Expression compiled(String expression) {
        try {
            return ExpressionCompiler.compile(expression, SCOPE);
        } catch (ExpressionException mistaken) {
            throw new AssertionError(mistaken.mistakes().toString(), mistaken);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Left([givenName], 1) & [sn] => ALee
            LCase([proxyAddresses]) => smtp:ann|smtp:al
            "uid=" & EscapeDNComponent({uid}) & ",dc=contoso" => uid=alee,dc=contoso
            BitAnd([target.userAccountControl], &H2) => 2
            [target.dn] => uid=alee,ou=People,dc=contoso
            [anchor] => A-1
            [dn] => NULL
            [rdn] => NULL
            [mail] & "!" => !
            IsConnectedTo("hr") And Not IsConnectedTo("ad") => True
            IsConnectedTo("hr", "employee") And Not IsConnectedTo("hr", "department") => True
            IsConnectedTo("hr", NULL) => True
            HasChanged([sn]) And Not HasChanged("mail") => True
            ImportedValue("sn") => Lee
            [manager] => 7
            """)
    void readsWhatTheEvaluationHolds(String expression, String result) {
        assertEquals(result, Evaluating.written(compiled(expression).evaluate(evaluation())));
    }

    @Test
    void returnsTheVeryContentThatAnAttributeHolds() {
        assertSame(ann.get("proxyAddresses"), compiled("[proxyAddresses]").evaluate(evaluation()));
    }

    @Test
    void followsAReferenceByAsking() {
        Expression expression = compiled("\"boss: \" & [manager.mail]");
        Question question = new Question.AttributeOf(7, "mail");

        Evaluation first = evaluation();
        expression.evaluate(first);
        assertEquals(List.of(question), first.asked());

        answers.put(question, new TextValue("boss@contoso.com"));
        Evaluation second = evaluation();
        assertEquals("boss: boss@contoso.com", Evaluating.written(expression.evaluate(second)));
        assertEquals(List.of(), second.asked());
    }

    @Test
    void asksWhetherAValueIsInUseForTheIdentityAtHand() {
        Expression expression = compiled("IIF(InUse(\"directory\", \"uid\", {uid}), {uid} & \"2\", {uid})");
        Question question = new Question.InUse(3, "directory", "uid", "alee");

        Evaluation first = evaluation();
        expression.evaluate(first);
        assertEquals(List.of(question), first.asked());

        answers.put(question, BooleanValue.TRUE);
        assertEquals("alee2", Evaluating.written(expression.evaluate(evaluation())));
    }

    @Test
    void neverFailsForWantOfAnAnswer() {
        Expression expression = compiled("IIF(IsPresent([manager.mail]), [manager.mail], Error(\"No manager\"))");
        Evaluation unanswered = evaluation();
        assertEquals(Absence.NULL, expression.evaluate(unanswered));
        assertFalse(expression.holds(unanswered));
        assertEquals(1, Set.copyOf(unanswered.asked()).size());

        answers.put(new Question.AttributeOf(7, "mail"), Absence.NULL);
        assertThrows(EvaluationException.class, () -> expression.evaluate(evaluation()));
    }

    @Test
    void holdsOnlyWhenTrue() {
        assertTrue(compiled("[sn] = \"LEE\"").holds(evaluation()));
        assertFalse(compiled("[mail] = \"x\"").holds(evaluation()));
        assertFalse(compiled("NULL").holds(evaluation()));
        assertFalse(compiled("IIF([sn] = \"x\", True, NULL)").holds(evaluation()));
    }

    @Test
    void readsNothingOfAnObjectThatIsNotThere() {
        Evaluation empty = Evaluation.at(Instant.EPOCH);
        assertEquals(Absence.NULL, compiled("[sn]").evaluate(empty));
        assertEquals(Absence.NULL, compiled("[target.userAccountControl] + 1").evaluate(empty));
        assertEquals(Absence.NULL, compiled("[anchor]").evaluate(empty));
        assertEquals(Absence.NULL, compiled("[manager.mail]").evaluate(empty));
    }

    @Test
    void refusesNumbersThatStandForNothing() {
        Attributes odd = account.with("userAccountControl", new IntegerValue(Term.ABSENT));
        assertThrows(
                EvaluationException.class,
                () -> compiled("[target.userAccountControl] + 1").evaluate(evaluation().target(odd)));
        assertEquals(new IntegerValue(Term.ABSENT),
                compiled("[target.userAccountControl]").evaluate(evaluation().target(odd)));
    }
}
