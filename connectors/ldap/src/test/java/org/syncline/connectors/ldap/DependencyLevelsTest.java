package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

class DependencyLevelsTest {

    @Test
    void independentOperationsShareALevel() {
        assertLevels(List.of(List.of(0, 1, 2)), add("Ann"), add("Bob"), delete("Cid"));
    }

    @Test
    void whatConcernsOneNameKeepsItsOrder() {
        assertLevels(List.of(List.of(0, 2), List.of(1)), delete("Ann"), add("Ann"), add("Bob"));
        assertLevels(List.of(List.of(0), List.of(1)), change("Ann"), change("ANN"));
    }

    @Test
    void parentsAreAddedBeforeTheirChildren() {
        assertLevels(List.of(List.of(0), List.of(1, 2)), People.add(People.container("people")), add("Ann"),
                add("Bob"));
    }

    @Test
    void childrenAreDeletedBeforeTheirParents() {
        ExportOperation parent = new ExportOperation.Delete("organizationalUnit", null, "ou=people," + Servers.BASE);
        assertLevels(List.of(List.of(0, 1), List.of(2)), delete("Ann"), delete("Bob"), parent);
    }

    @Test
    void childrenOfAMovedParentWait() {
        ExportOperation move = People.rename(People.container("people").build(), "ou=staff," + Servers.BASE);
        ExportOperation addUnderNewName = new ExportOperation.Add(
                People.person("Ann").set("dn", "cn=Ann,ou=staff," + Servers.BASE).build());
        assertLevels(List.of(List.of(0), List.of(1), List.of(2)), change("Bob"), move, addUnderNewName);
    }

    @Test
    void aReferenceWaitsForItsTarget() {
        assertLevels(List.of(List.of(0, 1), List.of(2)),
                add("Ann"), add("Bob"), People.add(People.group("all", "Ann", "Bob")));
        assertLevels(List.of(List.of(0), List.of(1), List.of(2)), add("Ann"), managed("Bob", "Ann"),
                managed("Cid", "Bob"));
    }

    @Test
    void aTargetIsRenamedOrDeletedAfterTheReferenceToItChanged() {
        ExportOperation removal = new ExportOperation.Update("groupOfNames", null, "cn=all,ou=groups," + Servers.BASE,
                List.of(new Delta.AttributeChange(2, List.of(), List.of(ReferenceValue.toDn(People.dn("Ann"))))), null);
        assertLevels(List.of(List.of(0), List.of(1)), removal, delete("Ann"));
    }

    @Test
    void aNameThatIsHandedOnKeepsItsOrder() {
        assertLevels(List.of(List.of(0), List.of(1)),
                People.rename(People.person("Ann").build(), People.dn("Ann Old")), add("Ann"));
    }

    @Test
    void referencesToSomebodyOutsideThePageDontMatter() {
        assertLevels(List.of(List.of(0, 1)), managed("Ann", "Zoe"), managed("Bob", "Zoe"));
    }

    private static void assertLevels(List<List<Integer>> expected, ExportOperation... operations) {
        assertEquals(expected, DependencyLevels.of(List.of(operations)));
    }

    private static ExportOperation add(String name) {
        return People.add(People.person(name));
    }

    private static ExportOperation managed(String name, String manager) {
        return People.add(People.person(name).set("manager", ReferenceValue.toDn(People.dn(manager))));
    }

    private static ExportOperation delete(String name) {
        return new ExportOperation.Delete("inetOrgPerson", null, People.dn(name));
    }

    private static ExportOperation change(String name) {
        Delta.AttributeChange change = new Delta.AttributeChange(2, List.of(new TextValue("new")), List.of());
        return new ExportOperation.Update("inetOrgPerson", null, People.dn(name), List.of(change), null);
    }
}
