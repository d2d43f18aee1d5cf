package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.xml.ProblemCase.EXPORTS;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Groups that follow from attributes, and members that may not all go, as nobody can mean them. */
class GroupProblemsTest {
    private static final String GROUPS = "rules/provisioning/groups.xml";
    private static final String GOOD = """
            <groups xmlns="urn:syncline:1" metaverse-type="group" name-to="displayName">
              <for-each value-of="department" of="person" name="Department {value}" when-empty="end">
                <when>[employeeStatus] = "active"</when>
              </for-each>
              <group name="Managers" of="person"><when>IsPresent([manager])</when></group>
            </groups>""";

    @TempDir
    Path folder;

    static Stream<ProblemCase> groups() {
        return Stream.of(
                slip("an unknown type of groups", GROUPS, "metaverse-type=\"group\"", "metaverse-type=\"grup\"",
                        "1:48: There is no metaverse type 'grup'; did you mean group?"),
                slip("an unknown type of members", GROUPS, "of=\"person\" name=", "of=\"persn\" name=",
                        "2:39: There is no metaverse type 'persn'; did you mean person?"),
                slip("an unknown attribute to name groups by", GROUPS, "name-to=\"displayName\"", "name-to=\"cn\"",
                        "1:64: The object type 'group' has no attribute 'cn'; there are displayName and member"),
                slip("a name in what holds no text", GROUPS, "name-to=\"displayName\"", "name-to=\"member\"",
                        "1:64: 'member' cannot hold the name of a group; it must hold one text"),
                slip("an unknown attribute of members", GROUPS, "metaverse-type=\"group\"",
                        "metaverse-type=\"group\" members-to=\"members\"",
                        "1:67: The object type 'group' has no attribute 'members'; did you mean member?"),
                slip("members in what holds no references", GROUPS, "metaverse-type=\"group\"",
                        "metaverse-type=\"group\" members-to=\"displayName\"",
                        "1:67: 'displayName' cannot hold members; declare it with type=\"reference\" multi-valued=\"true\""),
                slip("an unknown attribute that makes groups", GROUPS, "value-of=\"department\"", "value-of=\"dept\"",
                        "2:23: The object type 'person' has no attribute 'dept'; "
                                + "declare it with <attribute name=\"dept\"/> in that type, or name another"),
                slip("a reference that makes groups", GROUPS, "value-of=\"department\"", "value-of=\"manager\"",
                        "2:23: 'manager' refers to objects, which give a group no name; take an attribute that holds text"),
                slip("one name for all groups", GROUPS, "Department {value}", "Department",
                        "2:53: All these groups would have the name 'Department'; put {value} into it, as in \"Department {value}\""),
                slip("an unknown attribute in a condition", GROUPS, "[employeeStatus]", "[status]",
                        "3:11: The object type 'person' has no attribute 'status'; "
                                + "declare it with <attribute name=\"status\"/> in that type, or name another"),
                slip("an unknown way to be empty", GROUPS, "when-empty=\"end\"", "when-empty=\"delete\"",
                        "2:85: when-empty cannot be \"delete\"; there are keep and end"),
                slip("a value for the name", GROUPS, "</for-each>", "<set to=\"displayName\">{value}</set></for-each>",
                        "4:12: 'displayName' holds the name or the members of the group; set another attribute"),
                slip("an attribute in a value of many groups", GROUPS, "</for-each>",
                        "<set to=\"displayName\">[department]</set></for-each>",
                        "4:12: 'displayName' holds the name or the members of the group; set another attribute",
                        "4:25: There is no object here whose [department] could be read; did you mean {value}?"),
                slip("an attribute in a value of one group", GROUPS, "</group>",
                        "<set to=\"displayName\">[department]</set></group>",
                        "5:80: 'displayName' holds the name or the members of the group; set another attribute",
                        "5:93: There is no object here whose [department] could be read;"
                                + " write a text or a %parameter%"),
                slip("the value of a group that has none", GROUPS, "</group>",
                        "<set to=\"displayName\">{value}</set></group>",
                        "5:80: 'displayName' holds the name or the members of the group; set another attribute",
                        "5:93: There is no decided value 'value' here; "
                                + "<for-each> of groups gives it, or <unique to=\"value\"> in the same rule"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void areReportedInPlainWordsWhereTheyAreWrong(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(GROUPS, GOOD).with(slip.file(), slip.text(), slip.replacement())
                        .problems());
    }

    static Stream<ProblemCase> empty() {
        return Stream.of(
                slip("members of what holds no references", EXPORTS, "to=\"mail\" compare=\"ignore-case\"",
                        "to=\"mail\" compare=\"ignore-case\" when-empty=\"delete\"",
                        "4:67: when-empty is for references, and 'mail' holds none; leave it out, or declare the attribute"
                                + " with type=\"reference\""),
                slip("an unknown thing to do", EXPORTS, "to=\"manager\"/>", "to=\"manager\" when-empty=\"keep\"/>",
                        "12:51: when-empty cannot be \"keep\"; it is keep-last, delete, or placeholder: and a DN, as in"
                                + " placeholder:cn=nobody,dc=example,dc=com"),
                slip("a placeholder without a name", EXPORTS, "to=\"manager\"/>",
                        "to=\"manager\" when-empty=\"placeholder:\"/>",
                        "12:51: when-empty cannot be \"placeholder:\"; it is keep-last, delete, or placeholder: and a DN, as in"
                                + " placeholder:cn=nobody,dc=example,dc=com"),
                slip("a placeholder that is no DN", EXPORTS, "to=\"manager\"/>",
                        "to=\"manager\" when-empty=\"placeholder:nobody\"/>",
                        "12:51: 'nobody' is no DN; write the DN of the object that stands in, as in"
                                + " placeholder:cn=nobody,dc=example,dc=com"));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void whatIsToBeDoneInsteadOfRemovingTheLastMember(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }

    @Test
    void goodGroupsHaveNoProblem() throws Exception {
        assertEquals(List.of(), SampleFolder.in(folder).with(GROUPS, GOOD).problems());
    }
}
