package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Partition;
import org.syncline.schema.identity.Partitions;

/** What a delta import tells of a directory, whatever the directory tells it by. It has {@code ou=people} and {@code ou=groups}. */
abstract class DeltaScenarios {
    static final String PEOPLE = "ou=people," + Servers.BASE;
    static final String GROUPS = "ou=groups," + Servers.BASE;

    /** How the directory is reached, and what it is to tell by. */
    abstract ConnectorSettings settings();

    /** The directory, around the connector. */
    abstract Directory backDoor();

    Connector open() {
        return open(Map.of(), Partitions.NONE, People.PERSON, People.GROUP, People.CONTAINER);
    }

    Connector open(Map<String, String> others, Partitions partitions, ObjectTypeSettings... types) {
        Map<String, String> values = new java.util.HashMap<>(settings().values());
        values.putAll(others);
        return new LdapConnectorFactory().open(new ConnectorSettings(
                "directory", settings().folder(), values, settings().secrets(), List.of(types), partitions));
    }

    private BehindTheBack others() {
        return new BehindTheBack(backDoor());
    }

    final void write(ReadOnlyLDAPRequest request) {
        others().write(request);
    }

    final void add(String dn, String... objectClasses) {
        others().add(dn, objectClasses);
    }

    final void addPersons(String... names) {
        others().addPersons(names);
    }

    final void change(String dn, String attribute, String... values) {
        others().change(dn, attribute, values);
    }

    final void move(String dn, String rdn, String parent) {
        others().move(dn, rdn, parent);
    }

    final void delete(String dn) {
        others().delete(dn);
    }

    /** Persons whose anchor is their name. */
    static ObjectTypeSettings byName() {
        return new ObjectTypeSettings(People.PERSON.type(), List.of("cn"), People.PERSON.attributes(),
                People.PERSON.rows(), People.PERSON.filter());
    }

    private static void assertUpToDate(ImportedState state, Connector connector) {
        assertEquals(ImportedState.of(connector).objects(), state.objects());
    }

    @Test
    void addedChangedAndDeletedObjectsOfSeveralTypesComeInOneDelta() {
        addPersons("Ann", "Bob", "Cid");
        add("ou=old," + Servers.BASE, "organizationalUnit");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            change("cn=Ann," + PEOPLE, "mail", "ann@x");
            delete("cn=Bob," + PEOPLE);
            addPersons("Dan");
            delete("ou=old," + Servers.BASE);
            add("ou=new," + Servers.BASE, "organizationalUnit");
            AddRequest group = new AddRequest(new Entry("cn=all," + GROUPS));
            group.addAttribute("objectClass", "groupOfNames");
            group.addAttribute("cn", "all");
            group.addAttribute("member", "cn=Ann," + PEOPLE);
            write(group);
            state.readChanges();
            assertEquals(List.of("cn=Ann," + PEOPLE, "cn=Cid," + PEOPLE, "cn=Dan," + PEOPLE), state.persons());
            assertUpToDate(state, connector);
        }
    }

    @Test
    void whereNothingChangedThereIsNoPageAndTheWatermarkStays() {
        addPersons("Ann");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            assertEquals(0, state.readChanges());
            assertEquals(0, state.readChanges());
        }
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            addPersons("Ann");
            assertEquals(1, state.readChanges());
            assertEquals(0, state.readChanges());
        }
    }

    @Test
    void whatChangesDuringAFullImportIsToldByTheNextDelta() {
        addPersons("Ann", "Bob", "Cid", "Dan");
        try (Connector connector = open()) {
            ImportedState state = new ImportedState(connector, null);
            try (ImportPages pages = connector.read(ImportRequest.full(2))) {
                state.stage(pages.next().orElseThrow());
                change("cn=Ann," + PEOPLE, "mail", "ann@x");
                change("cn=Cid," + PEOPLE, "mail", "cid@x");
                delete("cn=Dan," + PEOPLE);
                for (var page = pages.next(); page.isPresent(); page = pages.next()) {
                    state.stage(page.get());
                }
            }
            state.readChanges();
            assertUpToDate(state, connector);
        }
    }

    @Test
    void aRenamedObjectKeepsItsAnchor() {
        addPersons("Ann");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            var before = List.copyOf(state.objects().keySet());
            move("cn=Ann," + PEOPLE, "cn=Eve", GROUPS);
            state.readChanges();
            assertEquals(before, List.copyOf(state.objects().keySet()));
            assertEquals(List.of("cn=Eve," + GROUPS), state.persons());
        }
    }

    @Test
    void anObjectThatWasDeletedAndAddedAgainIsAnotherOne() {
        addPersons("Ann");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            var before = List.copyOf(state.objects().keySet());
            delete("cn=Ann," + PEOPLE);
            addPersons("Ann");
            state.readChanges();
            assertNotEquals(before, List.copyOf(state.objects().keySet()));
            assertUpToDate(state, connector);
        }
    }

    @Test
    void whatStandsBelowARenamedContainerIsCalledOtherwise() {
        add("ou=berlin," + PEOPLE, "organizationalUnit");
        add("cn=Ann,ou=berlin," + PEOPLE, "inetOrgPerson");
        addPersons("Bob");
        try (Connector connector = open(Map.of(), Partitions.NONE, People.PERSON)) {
            ImportedState state = ImportedState.of(connector);
            move("ou=berlin," + PEOPLE, "ou=munich", null);
            state.readChanges();
            assertEquals(List.of("cn=Ann,ou=munich," + PEOPLE, "cn=Bob," + PEOPLE), state.persons());
            move("ou=munich," + PEOPLE, "ou=munich", GROUPS);
            change("cn=Ann,ou=munich," + GROUPS, "mail", "ann@x");
            state.readChanges();
            assertUpToDate(state, connector);
        }
    }

    @Test
    void whoLeavesOrEntersTheBaseIsGoneOrNew() {
        addPersons("Ann", "Bob");
        add("cn=Cid," + GROUPS, "inetOrgPerson");
        add("ou=berlin," + PEOPLE, "organizationalUnit");
        add("cn=Dan,ou=berlin," + PEOPLE, "inetOrgPerson");
        add("ou=paris," + GROUPS, "organizationalUnit");
        add("cn=Eve,ou=paris," + GROUPS, "inetOrgPerson");
        try (Connector connector = open(Map.of("base", PEOPLE), Partitions.NONE, People.PERSON)) {
            ImportedState state = ImportedState.of(connector);
            move("cn=Ann," + PEOPLE, "cn=Ann", GROUPS);
            move("cn=Cid," + GROUPS, "cn=Cid", PEOPLE);
            move("ou=berlin," + PEOPLE, "ou=berlin", GROUPS);
            move("ou=paris," + GROUPS, "ou=paris", PEOPLE);
            state.readChanges();
            assertEquals(List.of("cn=Bob," + PEOPLE, "cn=Cid," + PEOPLE, "cn=Eve,ou=paris," + PEOPLE),
                    state.persons());
        }
    }

    @Test
    void whoLeavesOrEntersWhatIsToBeReadIsGoneOrNew() {
        addPersons("Ann", "Bob");
        change("cn=Ann," + PEOPLE, "mail", "ann@x");
        ObjectTypeSettings withMail = new ObjectTypeSettings(People.PERSON.type(), People.PERSON.anchor(),
                People.PERSON.attributes(), People.PERSON.rows(), column -> column.apply("mail") != null);
        try (Connector connector = open(Map.of(), Partitions.NONE, withMail)) {
            ImportedState state = ImportedState.of(connector);
            change("cn=Ann," + PEOPLE, "mail");
            change("cn=Bob," + PEOPLE, "mail", "bob@x");
            state.readChanges();
            assertEquals(List.of("cn=Bob," + PEOPLE), state.persons());
        }
    }

    @Test
    void whoIsNoLongerOfATypeIsGoneFromIt() {
        AddRequest ann = new AddRequest(new Entry("cn=Ann," + PEOPLE));
        ann.addAttribute("objectClass", "inetOrgPerson", "uidObject");
        ann.addAttribute("cn", "Ann");
        ann.addAttribute("sn", "Sn");
        ann.addAttribute("uid", "ann");
        write(ann);
        ObjectTypeSettings withUid = ObjectTypeSettings.of(
                ObjectType.ofConnectorSpace("uidObject", AttributeDefinition.single("uid", AttributeType.STRING)),
                "entryUUID");
        try (Connector connector = open(Map.of(), Partitions.NONE, People.PERSON, withUid)) {
            ImportedState state = ImportedState.of(connector);
            assertEquals(2, state.objects().size());
            write(new ModifyRequest("cn=Ann," + PEOPLE,
                    new Modification(ModificationType.DELETE, "objectClass", "uidObject")));
            state.readChanges();
            assertEquals(1, state.objects().size());
            assertEquals(List.of("cn=Ann," + PEOPLE), state.persons());
        }
    }

    @Test
    void whoMovesFromOnePartitionToAnotherIsToldWhereItIs() {
        addPersons("Ann", "Bob");
        Partitions partitions = new Partitions(List.of(new Partition("people", PEOPLE, List.of(), List.of()),
                new Partition("groups", GROUPS, List.of(), List.of())));
        try (Connector connector = open(Map.of(), partitions, People.PERSON)) {
            ImportedState all = ImportedState.of(connector);
            ImportedState people = new ImportedState(connector, "people");
            ImportedState groups = new ImportedState(connector, "groups");
            people.readEverything();
            groups.readEverything();
            move("cn=Ann," + PEOPLE, "cn=Ann", GROUPS);
            delete("cn=Bob," + PEOPLE);
            all.readChanges();
            people.readChanges();
            groups.readChanges();
            assertEquals(List.of("cn=Ann," + GROUPS), all.persons());
            assertEquals(List.of("cn=Ann," + PEOPLE), people.persons(), "who is elsewhere is told there");
            assertEquals(List.of("cn=Ann," + GROUPS), groups.persons());
        }
    }

    @Test
    void whoLeavesTheSelectedContainersIsGone() {
        addPersons("Ann", "Bob");
        add("cn=Cid," + GROUPS, "inetOrgPerson");
        Partitions partitions = new Partitions(
                List.of(new Partition("all", Servers.BASE, List.of(), List.of(GROUPS))));
        try (Connector connector = open(Map.of(), partitions, People.PERSON)) {
            ImportedState state = ImportedState.of(connector);
            move("cn=Ann," + PEOPLE, "cn=Ann", GROUPS);
            move("cn=Cid," + GROUPS, "cn=Cid", PEOPLE);
            state.readChanges();
            assertEquals(List.of("cn=Bob," + PEOPLE, "cn=Cid," + PEOPLE), state.persons());
        }
    }

    @Test
    void hundredsOfChangesComePageByPage() {
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            for (int number = 0; number < 250; number++) {
                addPersons("p" + number);
            }
            state.readChanges();
            assertEquals(250, state.persons().size());
            for (int number = 0; number < 250; number += 2) {
                delete("cn=p" + number + "," + PEOPLE);
            }
            state.readChanges();
            assertEquals(125, state.persons().size());
        }
    }

    @Test
    void aDeltaThatBreaksOffResumesWhereItBegan() {
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            for (int number = 0; number < 30; number++) {
                addPersons("p" + number);
            }
            try (ImportPages pages = connector.read(ImportRequest.delta(state.watermark(), 7))) {
                ImportPage first = pages.next().orElseThrow();
                state.stage(first);
                state.stage(first);
            }
            delete("cn=p1," + PEOPLE);
            state.readChanges();
            assertEquals(29, state.persons().size());
            assertUpToDate(state, connector);
        }
    }

    @Test
    void aWatermarkThatIsNoneNeedsAFullImport() {
        try (Connector connector = open()) {
            String strategy = ImportedState.of(connector).watermark().value().split("\n")[0];
            for (String garbage : List.of("", "garbage", strategy + "\n", strategy + "\ngarbage",
                    strategy + "\n" + Servers.BASE + "\tgarbage", "another\n1")) {
                assertFullImportRequired(connector, new Watermark(garbage));
            }
        }
    }

    static String assertFullImportRequired(Connector connector, Watermark watermark) {
        ConnectorException refusal = assertThrows(ConnectorException.class,
                () -> connector.read(ImportRequest.delta(watermark, 7)).next(), watermark::value);
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED, refusal.code(), refusal.getMessage());
        return refusal.getMessage();
    }
}
