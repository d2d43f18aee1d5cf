package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.ruleset.Ruleset;

/** Values that identities derive from their own, and what is read with the whole folder. */
class DerivationsTest {
    private static final String FILE = "rules/attribute-flow/person.xml";

    @TempDir
    Path folder;

    private static String derive(String rules) {
        return "<attribute-flows xmlns=\"urn:syncline:1\" metaverse-type=\"person\">\n" + rules + "</attribute-flows>";
    }

    private SampleFolder withAttributes() throws Exception {
        return SampleFolder.in(folder).with("syncline.xml", "<attribute name=\"sn\"/>",
                "<attribute name=\"sn\"/><attribute name=\"sortName\"/><attribute name=\"initials\"/>");
    }

    @Test
    void areReadWithoutAConnector() throws Exception {
        Ruleset ruleset = withAttributes().with(FILE, derive("""
                <derive to="sortName">[sn] &amp; ", " &amp; [givenName]</derive>
                <derive name="short" to="initials"><when>IsPresent([sn])</when><value>Left([sn], 1)</value></derive>
                <derive name="unused" enabled="false" to="initials">"x"</derive>
                """)).ruleset();
        assertEquals(List.of("derive to sortName", "derive short"),
                ruleset.derivations().stream().map(Derivation::name).toList());
        assertEquals(2, ruleset.attributeFlows().size());
    }

    @Test
    void areNotMixedWithImportsAndNotBuiltOnEachOther() throws Exception {
        assertEquals(
                List.of(
                        FILE + ":2:1: 'sn' cannot be derived, because it is imported too;"
                                + " rules/attribute-flow/hr.xml:4:3 imports it; derive another attribute",
                        FILE + ":4:1: 'initials' is derived from 'sortName', which is derived itself; all are computed at"
                                + " once; derive it from what " + FILE + ":3:1 derives it from"),
                withAttributes().with(FILE, derive("""
                        <derive to="sn">"x"</derive>
                        <derive to="sortName">[givenName]</derive>
                        <derive to="initials">Left([manager.sortName], 1)</derive>
                        """)).problems());
    }

    @Test
    void haveNoScope() throws Exception {
        assertEquals(
                List.of(FILE + ":2:1: <scope> limits the objects of a connector, and this file names none;"
                        + " give each <derive> its own <when>"),
                withAttributes().with(FILE, derive("""
                        <scope><when>True</when></scope><derive to="sortName">[givenName]</derive>
                        """)).problems());
    }

    @Test
    void theZoneIsTheOneThatIsWrittenOrThatOfTheMachine() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        assertEquals(ZoneId.systemDefault(), sample.ruleset().zone());
        SampleFolder berlin = sample
                .with("syncline.xml", "name=\"adventure-works\"", "name=\"adventure-works\" zone=\"Europe/Berlin\"");
        assertEquals(ZoneId.of("Europe/Berlin"), berlin.ruleset().zone());
        assertEquals(List.of("syncline.xml:1:63: There is no time zone 'Europe/Berlyn'; did you mean Europe/Berlin?"),
                berlin.with("syncline.xml", "Berlin", "Berlyn").problems());
    }

    @Test
    void aFileMattersToTheObjectsItIsAbout() throws Exception {
        SampleFolder sample = SampleFolder.in(folder);
        Ruleset before = sample.ruleset();
        assertEquals(Set.of("directory inetOrgPerson"), changed(before,
                sample.with("rules/attribute-flow/directory.xml", "</attribute-flows>", "<!-- --></attribute-flows>")));
        before = sample.ruleset();
        assertEquals(Set.of("hr employee"), changed(before,
                sample.with("rules/attribute-flow/hr.xml", "</attribute-flows>", "<!-- --></attribute-flows>")));
        before = sample.ruleset();
        assertEquals(Set.of(), changed(before, sample.with("schedule.xml", "</schedule>", "<!-- --></schedule>")));
        before = sample.ruleset();
        assertEquals(Set.of("directory inetOrgPerson", "hr employee"), changed(before,
                sample.with("rules/provisioning/directory.xml", "</provisioning-rules>",
                        "<!-- --></provisioning-rules>")));
    }

    static Set<String> changed(Ruleset before, SampleFolder folder) {
        Ruleset after = folder.ruleset();
        Set<String> changed = new TreeSet<>();
        after.connectors().values().forEach(connector -> connector.objectTypes().forEach(type -> {
            String name = type.type().name();
            if (!after.hashOf(connector.name(), name).equals(before.hashOf(connector.name(), name))) {
                changed.add(connector.name() + " " + name);
            }
        }));
        return changed;
    }
}
