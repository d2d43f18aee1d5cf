package org.syncline.platform.engine.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.operations.Explanation.Statement;

/** Every value, link and missing account can be explained afterwards. */
class ExplainingTest {
    private final House house = new House();

    @AfterEach
    void leave() {
        house.leave();
    }

    /** All statements, each indented by its depth. */
    private List<String> explain(String object, String attribute) {
        Explaining explaining = new Explaining(house.store(), house.rules(), house.clock());
        List<String> lines = new ArrayList<>();
        add(explaining.explain(object, attribute).topics(), "", lines);
        return lines;
    }

    private static void add(List<Statement> statements, String indentation, List<String> lines) {
        for (Statement statement : statements) {
            lines.add(indentation + statement.text());
            add(statement.because(), indentation + " ", lines);
        }
    }

    private static void assertSays(String text, List<String> lines) {
        assertTrue(lines.stream().anyMatch(line -> line.contains(text)),
                () -> text + " in " + String.join("\n", lines));
    }

    @Test
    @DisplayName("6: every value can be explained: which run, object, rule, version")
    void explainsAValueByItsObjectRuleVersionAndRun() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        assertEquals(
                List.of(
                        "sn",
                        " Lee",
                        "  from hr '1'",
                        "  by 'sn from last' (test.xml:1:1)",
                        "  last changed 2026-01-01T00:00:00Z by version 1 of the rules in step #3 (directory full-sync)",
                        "contributions, the best rank first",
                        " hr '1' by 'sn from last' (test.xml:1:1): its value stands: Lee"),
                explain("metaverse:employeeId=1", "sn"));
    }

    @Test
    void explainsWhatTheNextSynchronizationMakesOfAValue() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        assertSays("has no value", explain("metaverse:employeeId=1", "manager"));
        assertSays("it has nothing to bring", explain("metaverse:employeeId=1", "manager"));
    }

    @Test
    void explainsWhichSubConditionKeepsAnAccountFromBeingCreated() {
        house.deprovisioning("[status] = \"left\" And IsPresent([sn])", new ProvisioningRules.Disconnect(false));
        house.employ("1", "Ann", "Lee", null, "left");
        house.cycle();
        List<String> lines = explain("metaverse:employeeId=1", null);
        assertSays("account of type 'account' in 'directory': no", lines);
        assertSays("While the deprovision rule 'leavers' holds, no account is created.", lines);
        assertSays("  all of these: holds", lines);
        assertSays("   [status] = \"left\": holds; [status] is left", lines);
        assertSays("   IsPresent([sn]): holds; [sn] is Lee", lines);
    }

    @Test
    void explainsWhatIsNotSoWithoutSayingItTwice() {
        house.deprovisioning(
                "Not ([status] = \"left\" Or IsPresent([manager])) And Not IsPresent([sn])",
                new ProvisioningRules.Disconnect(false));
        house.employ("1", "Ann", "Lee", null, "current");
        house.cycle();
        List<String> lines = explain("metaverse:employeeId=1", null);
        List<String> condition = lines.subList(lines.indexOf("  all of these: does not hold"), lines.size());
        assertEquals(
                List.of(
                        "  all of these: does not hold",
                        "   none of these: holds",
                        "    [status] = \"left\": does not hold; [status] is current",
                        "    IsPresent([manager]): does not hold; [manager] has no value",
                        "   Not IsPresent([sn]): does not hold; [sn] is Lee"),
                condition);
    }

    @Test
    void explainsWhyAnObjectIsNotJoined() {
        house.filtering("[status] = \"left\"");
        house.employ("1", "Ann", "Lee", null, "left");
        house.cycle();
        List<String> lines = explain("hr:1", null);
        assertSays("it is filtered", lines);
        assertSays("[status] = \"left\": holds", lines);
        assertSays("join rule 'by employee id' (test.xml:1:1): no identity matches", lines);
        assertSays("compares '1' with employeeId", lines);
        assertSays("projection 'new people' (test.xml:1:1): always", lines);
    }

    @Test
    void saysWhoDisconnectedAnObjectExplicitly() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        new Joiner(house.store(), house.rules(), house.clock(), "eve")
                .disconnect(new Finding(house.store(), house.rules().ruleset()).findObject("hr:1"), true);
        assertSays(
                " eve disconnected it at 2026-01-01T00:00:00Z, explicitly: whatever the rules below say, only a person"
                        + " joins it again ('joiner').",
                explain("hr:1", null));
    }

    @Test
    void namesTheIdentityThatAValueRefersTo() {
        house.employ("1", "Ann", "Lee", "2");
        house.employ("2", "Bob", "Ray", null);
        house.cycle();
        assertEquals(" identity #2", explain("metaverse:employeeId=1", "manager").get(1));
    }

    @Test
    void explainsWhatIsStillToBeExported() {
        house.employ("1", "Ann", "Lee", null);
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
        List<String> lines = explain("directory:uid=alee,ou=People,dc=test", null);
        assertSays("to be sent: add", lines);
        assertSays("Nothing keeps it back; the next export sends it.", lines);
        house.run("directory", Kind.EXPORT);
        assertSays("accepted, waiting for an import to confirm it: add",
                explain("directory:uid=alee,ou=People,dc=test", null));
    }

    @Test
    void explainsWhichFlowWantsAValueOfAnAccount() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        List<String> lines = explain("directory:uid=alee,ou=People,dc=test", "sn");
        assertSays("synchronized: Lee", lines);
        assertSays("'sn from sn' (test.xml:1:1): the system has it already: Lee", lines);
        assertSays("It flows nowhere.", lines);
        assertSays("Nothing is pending.", lines);
    }

    @Test
    void saysWhichAttributesThereAre() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        String message = assertThrows(OperationRefused.class, () -> explain("hr:1", "surname")).getMessage();
        assertTrue(message.startsWith("Objects of type 'employee' have no attribute 'surname'; there are "), message);
    }
}
