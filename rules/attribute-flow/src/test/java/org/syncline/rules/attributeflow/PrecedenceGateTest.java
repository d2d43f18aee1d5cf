package org.syncline.rules.attributeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.rules.attributeflow.Flow.in;
import static org.syncline.rules.attributeflow.Flow.out;
import static org.syncline.rules.attributeflow.Given.NOW;
import static org.syncline.rules.attributeflow.Given.draft;
import static org.syncline.rules.attributeflow.Given.flows;
import static org.syncline.rules.attributeflow.Given.object;
import static org.syncline.rules.attributeflow.Given.person;
import static org.syncline.rules.attributeflow.Given.text;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.MetaverseObject;

/** Semantics 3.8, the precedence gate: hr (object 1) against ad (object 2). */
class PrecedenceGateTest {
    private static final AttributeFlows HR_SECOND = flows("hr", null, in("mail").ranked(20));

    private static Wanted wanted(AttributeFlows hr, AttributeFlows ad, MetaverseObject identity,
            ConnectorSpaceObject account) {
        Ruleset ruleset =
                new Ruleset("", Map.of(), "test", ZoneOffset.UTC, Map.of(), Map.of(), List.of(), List.of(hr, ad),
                        List.of(), List.of(), List.of(), List.of(), null, Retention.DEFAULT,
                        RuleExtension.NONE);
        List<ConnectorSpaceObject> accounts = List.of(object(1, "hr"), account);
        Outgoing outgoing = new Outgoing(identity, identity, accounts, account, account.dn());
        return ExportFlows.wanted(
                outgoing, List.of(ad), (id, attribute) -> null, PrecedenceGate.of(ruleset), Answers.NONE,
                Present.at(NOW), true);
    }

    private static Content mail(Wanted wanted) {
        return wanted.attributes().get("mail");
    }

    @Test
    void blocksTheValueOfALowerRankedConnector() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(10), out("mail"));
        Wanted wanted = wanted(HR_SECOND, ad, person(1, "mail", "hr@x"), object(2, "ad"));
        assertEquals(Absence.NULL, mail(wanted));
        assertEquals("blocked-by-precedence", wanted.trace().getFirst().outcome());
    }

    @Test
    void letsTheValueOfAHigherRankedConnectorPass() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(30), out("mail"));
        assertEquals(text("hr@x"),
                mail(wanted(HR_SECOND, ad, person(1, "mail", "hr@x"), object(2, "ad", "mail", "ad@x"))));
    }

    @Test
    void letsValuesPassIntoASystemThatDoesNotImportThem() {
        AttributeFlows ad = flows("ad", null, out("mail"));
        assertEquals(text("hr@x"), mail(wanted(HR_SECOND, ad, person(1, "mail", "hr@x"), object(2, "ad"))));
    }

    @Test
    void protectsOnlyTheAttributeTheSystemImportsFrom() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(10), out("name").from("mail"));
        assertEquals(text("hr@x"),
                wanted(HR_SECOND, ad, person(1, "mail", "hr@x"), object(2, "ad")).attributes().get("name"));
    }

    @Test
    void blocksAComputedValueByTheAttributesItReads() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(10), out("mail").value("LCase([mail])"));
        assertEquals(Absence.NULL, mail(wanted(HR_SECOND, ad, person(1, "mail", "hr@x"), object(2, "ad"))));
    }

    @Test
    void doesNotRankAConnectorAgainstItself() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(10), in("mail").named("second").from("name").ranked(30),
                out("mail"));
        MetaverseObject identity = person(2, "mail", "ad@x");
        assertEquals(text("ad@x"), mail(wanted(HR_SECOND, ad, identity, object(2, "ad"))));
    }

    @Test
    void letsTheInitialValueOfANewAccountPass() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(10), out("mail").initialOnly());
        assertEquals(text("hr@x"), mail(wanted(HR_SECOND, ad, person(1, "mail", "hr@x"), draft(2, "ad"))));
    }

    @Test
    void neverBlocksAnAdditionToMergedValues() {
        AttributeFlows hr = flows("hr", null, in("proxies").ranked(20).merge(Merge.MERGE));
        AttributeFlows ad = flows("ad", null, in("proxies").ranked(10).merge(Merge.MERGE), out("proxies"));
        Wanted wanted = wanted(hr, ad, person(1, "proxies", "a"), object(2, "ad", "proxies", "gone"));
        assertEquals(text("a"), wanted.attributes().get("proxies"));
    }

    @Test
    void letsTheValueOfAContributorThatIsGonePass() {
        AttributeFlows ad = flows("ad", null, in("mail").ranked(10), out("mail"));
        assertEquals(text("old@x"), mail(wanted(HR_SECOND, ad, person(9, "mail", "old@x"), object(2, "ad"))));
    }
}
