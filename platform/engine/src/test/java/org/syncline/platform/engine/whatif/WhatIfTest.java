package org.syncline.platform.engine.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;

/** What is told of changed rules is what a run with them then does. */
public class WhatIfTest {
    private static final List<String> CONNECTORS = List.of("crm", "directory", "hr");

    @TempDir
    Path folder;

    private Firm firm;

    @BeforeEach
    void fill() {
        firm = firm(folder).fill();
    }

    protected Firm firm(Path place) {
        return new Firm(place);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    /** What an administrator may write otherwise. */
    enum Change {
        NOTHING(house -> {}),
        AN_EXPORT_FLOW(house -> house.edit(Firm.ACCOUNT_FLOWS, "[givenName] &amp; \" \" &amp; [sn]",
                "[sn] &amp; \", \" &amp; [givenName]")),
        AN_EXPORT_FLOW_OF_SOME(house -> house.edit(Firm.ACCOUNT_FLOWS, "<export from=\"department\" to=\"ou\"/>",
                "<export name=\"ou\" to=\"ou\">IIF([department] = \"Sales\", \"Sale\", [department])</export>")),
        AN_IMPORT_FLOW(house -> house.edit(Firm.EMPLOYEES, "<import from=\"title\" to=\"title\"/>",
                "<import name=\"title\" to=\"title\">UCase([title])</import>")),
        A_FLOW_LESS(house -> house.edit(Firm.EMPLOYEES, "<import from=\"title\" to=\"title\"/>", "")),
        PRECEDENCE(house -> house.edit(Firm.EMPLOYEES, "precedence=\"20\"", "precedence=\"5\"")),
        A_SCOPE(house -> house.edit(Firm.ACCOUNTS, "<when>[status] = \"in\"</when>",
                "<when>[status] = \"in\" And [department] = \"Sales\"</when>")
                .edit(Firm.ACCOUNTS, "<deprovision name=\"away\">",
                        "<deprovision name=\"others\"><when>[department] &lt;&gt; \"Sales\"</when><delete/></deprovision>"
                                + "<deprovision name=\"away\">")),
        A_WIDER_CONDITION(house -> house.edit(Firm.ACCOUNTS, "<when>[status] = \"in\"</when>", "")),
        DISABLING(house -> house.edit(Firm.ACCOUNTS, "[status] = \"out\"",
                "[status] = \"out\" Or [department] = \"Legal\"")),
        DISCONNECTING(house -> house.edit(Firm.ACCOUNTS, "<deprovision name=\"away\">",
                "<deprovision name=\"tools\"><when>[department] = \"Tools\"</when><disconnect/></deprovision>"
                        + "<deprovision name=\"away\">")),
        A_RENAME(house -> house.edit(Firm.ACCOUNTS, "<deprovision name=\"away\">",
                "<rename name=\"by department\"><dn>\"uid=\" &amp; [employeeId] &amp; \",ou=\" &amp; [department]</dn></rename>"
                        + "<deprovision name=\"away\">")),
        A_FILTER(house -> house.edit(Firm.HR, "</object-type>",
                "<filter><when>[department] = \"Legal\"</when></filter></object-type>")),
        A_JOIN(house -> house.edit("rules/join/contact.xml", "<match attribute=\"id\" with=\"employeeId\"/>",
                "<match attribute=\"name\" with=\"sn\"/>")),
        A_GROUP_RULE(house -> house.edit(Firm.GROUPS, "[title] = \"Manager\"",
                "[title] = \"Manager\" And [department] = \"Sales\"")),
        GROUPS_OF_ANOTHER_ATTRIBUTE(house -> house.edit(Firm.GROUPS, "value-of=\"department\"", "value-of=\"title\"")),
        AN_END(house -> house.edit(Firm.METAVERSE, "<ends when=\"last-link-gone\"/>",
                "<ends><when>[status] = \"out\"</when></ends>")),
        AN_ATTRIBUTE_MORE(house -> house.edit(Firm.METAVERSE, "<attribute name=\"title\"/>",
                "<attribute name=\"title\"/><attribute name=\"initials\"/>")
                .edit(Firm.EMPLOYEES, "<import from=\"title\" to=\"title\"/>",
                        "<import from=\"title\" to=\"title\"/><import name=\"initials\" to=\"initials\">Left([first], 1)</import>")),
        A_DERIVATION(house -> house.rules("attribute-flow/person.xml", """
                <attribute-flows metaverse-type="person"><derive to="displayName">[givenName] &amp; "!"</derive>
                </attribute-flows>"""));

        private final Consumer<WrittenHouse> edit;

        Change(Consumer<WrittenHouse> edit) {
            this.edit = edit;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldIsWhatARunDoes(Change change) {
        Snapshot before = Snapshot.of(firm.store(), CONNECTORS);
        Ruleset changed = firm.edited(change.edit);
        WhatIfReport report = firm.whatIf(changed);
        assertEquals(before, Snapshot.of(firm.store(), CONNECTORS), "nothing is written");

        firm.synchronize(changed);
        Map<String, Long> done = before.until(Snapshot.of(firm.store(), CONNECTORS));
        assertEquals(done, Snapshot.told(report));
        assertEquals(change == Change.NOTHING, done.isEmpty(), "the change is one: " + done);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void anyNumberOfThreadsTellsTheSame(int threads) {
        for (Change change : List.of(Change.A_SCOPE, Change.A_JOIN, Change.GROUPS_OF_ANOTHER_ATTRIBUTE)) {
            Ruleset changed = firm.edited(change.edit);
            assertEquals(firm.withThreads(4).whatIf(changed), firm.withThreads(threads).whatIf(changed));
        }
    }

    @Test
    void namesTheRuleThatDiffersOnTheWay() {
        WhatIfReport report = firm.whatIf(firm.edited(Change.AN_IMPORT_FLOW.edit));
        List<WhatIfReport.Responsible> rules = report.systems().getFirst().attributes().getFirst().responsible();
        assertTrue(rules.stream().allMatch(WhatIfReport.Responsible::changed), rules.toString());
        assertTrue(rules.getFirst().location().startsWith(Firm.EMPLOYEES), rules.toString());
    }

    @Test
    void blamesNothingOnTheChangeThatWouldHappenAnyway() {
        Ruleset changed = firm.edited(Change.AN_EXPORT_FLOW_OF_SOME.edit);
        Map<String, Long> quiet = Snapshot.told(firm.whatIf(changed));

        firm.house().remove("hr", "employee", "9");
        firm.house().remove("crm", "contact", "9");
        firm.house().run("crm", Kind.FULL_IMPORT);
        firm.employ(61, "in");
        firm.employ(11, "out");
        firm.house().run("hr", Kind.FULL_IMPORT);
        Snapshot before = Snapshot.of(firm.store(), CONNECTORS);
        Map<String, Long> told = Snapshot.told(firm.whatIf(changed));

        Map<String, Long> withoutTheOneWhoLeaves = new TreeMap<>(quiet);
        withoutTheOneWhoLeaves.replaceAll((what, count) -> count - 1);
        assertEquals(withoutTheOneWhoLeaves, told);
        assertEquals(before, Snapshot.of(firm.store(), CONNECTORS));

        firm.employ(63, "in");
        firm.house().run("hr", Kind.FULL_IMPORT);
        assertEquals(quiet, Snapshot.told(firm.whatIf(changed)), "who comes has another value from the first");
    }

    @Test
    void tellsWhoWouldStayThatGoesAnyway() {
        firm.house().remove("hr", "employee", "8");
        firm.employ(61, "in");
        firm.house().run("hr", Kind.FULL_IMPORT);
        WhatIfReport report = firm.whatIf(firm.edited(house -> house
                .edit(Firm.METAVERSE, "<ends when=\"last-link-gone\"/>", "<ends when=\"never\"/>")
                .edit(Firm.ACCOUNTS, "<when>[status] = \"in\"</when>", "<when>[status] = \"nowhere\"</when>")));
        assertEquals(
                Map.of("directory account NOT_DELETED", 1L, "directory account NOT_ADDED", 1L, "person NOT_ENDED", 1L,
                        "directory group CHANGED", 1L, "directory group #member changed", 1L),
                Snapshot.told(report));
    }

    @Test
    void tellsWhichErrorsAppearAndWhichVanish() {
        Ruleset changed = firm.edited(house -> house.edit(Firm.ACCOUNT_FLOWS,
                "<export from=\"title\" to=\"title\" allow-null=\"true\"/>",
                "<export name=\"bad\" to=\"title\">IIF([title] = \"Manager\", Error(\"no title\"), [title])</export>"));
        WhatIfReport report = firm.whatIf(changed);
        assertEquals(1, report.errors().size(), report.errors().toString());
        assertTrue(report.bringsErrors());
        long appear = report.errors().getFirst().objects();

        Ruleset present = firm.house().ruleset();
        firm.synchronize(changed);
        WhatIfReport back = firm.whatIf(present);
        assertEquals(appear, back.errors().getFirst().objects());
        assertFalse(back.bringsErrors());
    }

    @Test
    void tellsWhichGuardsWouldHold() {
        WhatIfReport report = firm.whatIf(firm.edited(Change.A_SCOPE.edit));
        assertEquals(1, report.guards().size(), report.guards().toString());
        assertTrue(report.tripsGuards());
        assertTrue(report.guards().getFirst().message().contains("would be deleted"));
    }

    @Test
    void showsValuesWithoutAndWithTheChange() {
        WhatIfReport report = firm.whatIf(firm.edited(Change.AN_EXPORT_FLOW.edit), 2);
        List<WhatIfReport.Example> examples = report.systems().getFirst().examples();
        assertEquals(2, examples.size());
        assertEquals(new WhatIfReport.Example(examples.getFirst().number(), "uid=1,ou=People", List.of(Effect.CHANGED),
                List.of(new WhatIfReport.ValueChange("displayName", "First1 Last1", "Last1, First1"))),
                examples.getFirst());
    }

    @Test
    void saysWhatHasToBeImportedFirst() {
        WhatIfReport report = firm.whatIf(firm.edited(house -> house.edit(Firm.HR, "<attribute name=\"title\"/>",
                "<attribute name=\"title\"/><attribute name=\"phone\"/>")));
        assertEquals(
                List.of("Connector 'hr' needs a full import: attribute 'phone' of 'employee' is new. What that brings"
                        + " cannot be told yet."),
                report.notes());
    }

    @Test
    void keepsNothingBesideTheStoreButWhatBecomesOtherwise() {
        List<Store> above = new ArrayList<>();
        WhatIfReport report = firm.above(types -> {
            above.add(new MemoryStore(types));
            return above.getLast();
        }).whatIf(firm.edited(Change.AN_EXPORT_FLOW_OF_SOME.edit));
        assertEquals(1, above.size(), "nothing is pending, so nothing is evaluated under the present rules");
        Snapshot kept = Snapshot.of(above.getFirst(), CONNECTORS);
        assertEquals(report.systems().getFirst().counts().get(Effect.CHANGED), kept.objects().size());
        assertEquals(Map.of(), kept.identities());
    }
}
