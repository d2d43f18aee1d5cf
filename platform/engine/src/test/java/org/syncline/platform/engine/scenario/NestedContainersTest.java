package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Value;

/** 4.1: departments within departments, each an organizational unit with its people, in a directory where names are a tree. */
@DisplayName("4.1 containers before children, child deletes before parent deletes")
class NestedContainersTest {
    private static final String NORDICS = "ou=Nordics,ou=Europe,ou=Sales";
    private static final String BOARD = "ou=Board";

    @TempDir
    Path folder;

    private WrittenHouse house;

    @BeforeEach
    void build() {
        house = new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="name"/><attribute name="unit"/></object-type>
                        <object-type name="unit"><attribute name="path"/></object-type>""")
                .source("hr", """
                        <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="name"/>
                          <attribute name="unit"/></object-type>
                        <object-type name="department" anchor="id"><attribute name="id"/><attribute name="path"/>
                          </object-type>
                        <guards><import minimum-share="0%"/></guards>""")
                .directory("directory", "<setting name=\"base\" value=\"dc=test\"/>", """
                        <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/>
                          <attribute name="cn"/></object-type>
                        <object-type name="unit" anchor="entryUUID"><attribute name="entryUUID"/></object-type>
                        <guards><export deletes-share="100%"/></guards>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <project name="people"/></join-rules>""")
                .rules("join/department.xml", """
                        <join-rules connector="hr" object-type="department" metaverse-type="unit">
                          <project name="departments"/></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="name" to="name"/><import from="unit" to="unit"/></attribute-flows>""")
                .rules("attribute-flow/department.xml", """
                        <attribute-flows connector="hr" object-type="department" metaverse-type="unit">
                          <import from="path" to="path"/></attribute-flows>""")
                .rules("attribute-flow/account.xml", """
                        <attribute-flows connector="directory" object-type="account" metaverse-type="person">
                          <export from="name" to="cn"/></attribute-flows>""")
                .rules("provisioning/account.xml", """
                        <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                          <provision name="people"><dn>"cn=" &amp; [name] &amp; "," &amp; [unit] &amp; ",dc=test"</dn>
                            </provision>
                          <rename name="move"><dn>"cn=" &amp; [name] &amp; "," &amp; [unit] &amp; ",dc=test"</dn></rename>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""")
                .rules("provisioning/unit.xml", """
                        <provisioning-rules connector="directory" object-type="unit" metaverse-type="unit">
                          <provision name="units"><dn>[path] &amp; ",dc=test"</dn></provision>
                          <rename name="rename"><dn>[path] &amp; ",dc=test"</dn></rename>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""");
    }

    private void employ(String name, String unit) {
        house.put("hr", "employee", name, "id=" + name, "name=" + name, "unit=" + unit);
    }

    /** The deepest first, as no directory wants them. */
    private void found(String... paths) {
        for (String path : paths) {
            house.put("hr", "department", path, "id=" + path, "path=" + path);
        }
    }

    private void dissolve(String... paths) {
        Stream.of(paths).forEach(path -> house.remove("hr", "department", path));
    }

    private void founded() {
        employ("Ann", NORDICS);
        employ("Bob", "ou=Sales");
        employ("Eve", BOARD);
        found(NORDICS, "ou=Europe,ou=Sales", "ou=Sales", BOARD);
    }

    private String tree() {
        return Stream.of("account", "unit")
                .flatMap(type -> house.system("directory").objects(type).stream())
                .map(MemoryObject::attributes)
                .map(object -> object.dn().replace(",dc=test", ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void refuse(String dn) {
        house.system("directory").faults().rejectAll(operation -> (dn + ",dc=test").equals(operation.dn()),
                new ExportResult.Rejected(ExportResult.Code.PERMISSION_DENIED, "not here", null, null));
    }

    private void synchronize() {
        house.run("hr", Kind.DELTA_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);
    }

    private static List<String> codes(StepReport report) {
        return report.errors().stream().map(ObjectError::title).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    @DisplayName("containers before what stands in them, whatever the types, the pages and the order of the source")
    void containersComeBeforeWhatStandsInThem(int pageSize) {
        house.withPagesOf(pageSize);
        founded();

        assertEquals(7, house.cleanly("directory"));

        assertEquals("cn=Ann,ou=Nordics,ou=Europe,ou=Sales cn=Bob,ou=Sales cn=Eve,ou=Board ou=Board"
                + " ou=Europe,ou=Sales ou=Nordics,ou=Europe,ou=Sales ou=Sales", tree());
        assertEquals(0, house.cleanly("directory"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    @DisplayName("child deletes before parent deletes")
    void childDeletesComeBeforeParentDeletes(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        house.cleanly("directory");

        dissolve("ou=Sales", "ou=Europe,ou=Sales", NORDICS);
        house.remove("hr", "employee", "Ann");
        house.remove("hr", "employee", "Bob");

        assertEquals(5, house.cleanly("directory"));
        assertEquals("cn=Eve,ou=Board ou=Board", tree());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    @DisplayName("a department is dissolved, three levels deep: its people move into a new one, then its units go")
    void aDepartmentIsDissolvedAfterItsPeopleMoved(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        house.cleanly("directory");

        dissolve("ou=Sales", "ou=Europe,ou=Sales", NORDICS);
        employ("Ann", "ou=Team,ou=Customers");
        employ("Bob", "ou=Team,ou=Customers");
        found("ou=Team,ou=Customers", "ou=Customers");

        assertEquals(7, house.cleanly("directory"));
        assertEquals("cn=Ann,ou=Team,ou=Customers cn=Bob,ou=Team,ou=Customers cn=Eve,ou=Board ou=Board ou=Customers"
                + " ou=Team,ou=Customers", tree());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("a unit is renamed: what comes into it by its new name comes after")
    void whatComesIntoARenamedUnitComesAfter(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        house.cleanly("directory");

        house.put("hr", "department", BOARD, "id=" + BOARD, "path=ou=Directors");
        employ("Eve", "ou=Directors");
        employ("Zoe", "ou=Directors");

        house.cycle();
        assertTrue(tree().startsWith("cn=Ann,ou=Nordics,ou=Europe,ou=Sales cn=Bob,ou=Sales cn=Eve,ou=Directors"
                + " cn=Zoe,ou=Directors ou=Directors"), tree());
        assertEquals(List.of(), house.errors("directory"));
        assertEquals(0, house.cleanly("directory"));
    }

    /** As they are staged, of both types. */
    private String staged() {
        return house.store().connectorSpace().load(house.store().connectorSpace().all("directory", 0, 1000)).stream()
                .map(object -> object.dn().replace(",dc=test", ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("3.9 a unit that we rename: what stands below, at any depth, is known by its new name at once, whoever's it is")
    void whatStandsBelowAUnitThatWeRenameIsKnownByItsNewName(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        house.putNamed("directory", "account", "cn=Stranger," + NORDICS + ",dc=test", "cn=Stranger");
        house.cycle();
        house.cleanly("directory");

        house.put("hr", "department", "ou=Sales", "id=ou=Sales", "path=ou=Market");
        synchronize();
        house.run("directory", Kind.EXPORT);

        assertTrue(tree().contains("cn=Stranger,ou=Nordics,ou=Europe,ou=Market"), tree());
        assertEquals(tree(), staged());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("3.9 a unit that somebody renames or moves: the delta that tells of it alone gives all below their names")
    void whatStandsBelowAUnitThatSomebodyMovesIsKnownByItsNewName(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        house.cleanly("directory");

        house.system("directory").rename("unit", "ou=Europe,ou=Sales,dc=test", "ou=Asia,ou=Board,dc=test");
        StepReport read = house.run("directory", Kind.DELTA_IMPORT);

        assertTrue(tree().contains("cn=Ann,ou=Nordics,ou=Asia,ou=Board"), tree());
        assertEquals(tree(), staged());
        assertEquals(3, read.counters().of(Counter.STAGE_RENAME), "the unit, the one in it, and Ann");
        house.run("directory", Kind.DELTA_SYNC);
        assertEquals(List.of("cn=Ann,ou=Nordics,ou=Asia,ou=Board,dc=test"), renames("cn=Ann"));
        assertEquals(0, house.run("directory", Kind.FULL_IMPORT).counters().of(Counter.STAGE_RENAME),
                "nothing is news");
    }

    /** The names that those with this relative name are to get no more, since we want them back where they were. */
    private List<String> renames(String rdn) {
        return house.store().connectorSpace().load(house.store().connectorSpace().all("directory", 0, 1000)).stream()
                .filter(object -> object.dn().startsWith(rdn + ","))
                .map(ConnectorSpaceObject::hologram)
                .flatMap(hologram -> hologram.pendingExport().change(0).removed().stream())
                .map(Value::text)
                .toList();
    }

    @Test
    @DisplayName("3.9 it costs what stands below the unit, however many stand elsewhere")
    void aRenamedUnitCostsWhatStandsBelowIt() {
        founded();
        employ("Tom", "ou=Crew");
        found("ou=Crew");
        house.cleanly("directory");
        StoreStatistics few = costOfRenaming("ou=Board,dc=test", "ou=Heads,dc=test");
        for (int at = 0; at < 1000; at++) {
            house.putNamed("directory", "account", "cn=Stranger " + at + ",ou=Sales,dc=test", "cn=" + at);
        }
        house.run("directory", Kind.FULL_IMPORT);
        StoreStatistics many = costOfRenaming("ou=Crew,dc=test", "ou=Hands,dc=test");

        assertEquals(few.rows(), many.rows());
        assertEquals(few.statements(), many.statements());
    }

    @Test
    @DisplayName("3.9 a store of before finds what stands below after its next synchronization")
    void aStoreOfBeforeFindsWhatStandsBelow() {
        founded();
        house.cleanly("directory");
        forgetContainers();

        house.run("hr", Kind.DELTA_SYNC);
        house.system("directory").rename("unit", "ou=Board,dc=test", "ou=Heads,dc=test");
        house.run("directory", Kind.DELTA_IMPORT);

        assertEquals(tree(), staged());
    }

    /** As a store was before objects were found by their containers. */
    private void forgetContainers() {
        ConnectorSpace space = house.store().connectorSpace();
        Set<ContentHash> containers = Stream.of("ou=Board,dc=test", "ou=Sales,dc=test", "dc=test")
                .map(name -> Keys.container("directory", name)).collect(Collectors.toSet());
        Map<Long, Set<ContentHash>> keys = space.keysOf(space.all("directory", 0, 1000));
        space.write(space.load(keys.keySet()).stream()
                .map(object -> new ConnectorSpaceChange(object, object, containers(keys, object, containers), Set.of()))
                .toList());
        Map<String, String> definitions = new TreeMap<>(house.store().watermarks().keyDefinitions());
        definitions.put("directory", "of before");
        house.store().watermarks().keepKeyDefinitions(definitions);
    }

    private static Set<ContentHash> containers(
            Map<Long, Set<ContentHash>> keys, ConnectorSpaceObject object, Set<ContentHash> containers) {
        return keys.get(object.id()).stream().filter(containers::contains).collect(Collectors.toSet());
    }

    private StoreStatistics costOfRenaming(String from, String to) {
        house.run("directory", Kind.DELTA_IMPORT);
        house.system("directory").rename("unit", from, to);
        StoreStatistics before = house.store().statistics();
        house.run("directory", Kind.DELTA_IMPORT);
        return house.store().statistics().since(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("a refused container makes what should stand in it wait with a reason, and nothing else")
    void whatShouldStandInARefusedContainerWaits(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        refuse("ou=Europe,ou=Sales");
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        house.run("hr", Kind.DELTA_SYNC);

        StepReport export = house.run("directory", Kind.EXPORT);

        assertEquals(List.of("ou=Europe,ou=Sales,dc=test"), codes(export));
        assertEquals(4, export.counters().of(Counter.EXPORT_ADD));
        assertTrue(export.message().startsWith("2 objects wait for a container"), export.message());
        assertEquals(List.of("dn to ou=Europe,ou=Sales,dc=test: waits-for-container",
                "dn to ou=Nordics,ou=Europe,ou=Sales,dc=test: waits-for-container"), house.waiting("directory"));
        house.run("hr", Kind.FULL_SYNC);
        assertEquals(2, house.waiting("directory").size(), "and stays listed");

        house.system("directory").faults().mend();
        assertEquals(3, house.run("directory", Kind.EXPORT).counters().of(Counter.EXPORT_ADD));
        assertEquals(List.of(), house.waiting("directory"));
        assertEquals(List.of(), house.errors("directory"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    @DisplayName("a unit whose people could not be moved or deleted waits with a reason")
    void aUnitWhosePeopleCouldNotGoWaits(int pageSize) {
        house.withPagesOf(pageSize);
        founded();
        house.cleanly("directory");
        dissolve("ou=Sales", "ou=Europe,ou=Sales", NORDICS);
        employ("Ann", BOARD);
        house.remove("hr", "employee", "Bob");
        refuse("cn=Ann," + NORDICS);
        synchronize();

        StepReport export = house.run("directory", Kind.EXPORT);

        assertEquals(List.of("cn=Ann," + NORDICS + ",dc=test"), codes(export));
        assertEquals(1, export.counters().of(Counter.EXPORT_DELETE), "Bob");
        assertEquals(3, house.waiting("directory").size());
        assertEquals(Map.of("waits-for-what-is-below", 3L), house.waiting("directory").stream()
                .collect(Collectors.groupingBy(line -> line.substring(line.lastIndexOf(' ') + 1),
                        Collectors.counting())));

        house.system("directory").faults().mend();
        assertEquals(StepResult.SUCCESS, house.run("directory", Kind.EXPORT).result());
        assertEquals("cn=Ann,ou=Board cn=Eve,ou=Board ou=Board", tree());
        assertEquals(List.of(), house.waiting("directory"));
    }

    @Test
    @DisplayName("what stands in a unit and belongs to nobody is the system's to say")
    void whatBelongsToNobodyKeepsItsUnit() {
        founded();
        house.cleanly("directory");
        house.putNamed("directory", "account", "cn=Stranger,ou=Board,dc=test", "cn=Stranger");
        dissolve(BOARD);
        house.remove("hr", "employee", "Eve");

        house.cycle();

        assertEquals(List.of("constraint-violation"), house.errors("directory"));
        assertTrue(tree().contains("cn=Stranger,ou=Board ou=Board"));
    }

    @Test
    @DisplayName("a move into a refused unit waits, the rest of its change does not")
    void aMoveIntoARefusedUnitWaits() {
        founded();
        house.cleanly("directory");
        refuse("ou=New");
        found("ou=New");
        employ("Eve", "ou=New");
        synchronize();
        house.system("directory").faults().rejectNext(operation -> operation instanceof ExportOperation.Update,
                new ExportResult.Rejected(ExportResult.Code.PERMISSION_DENIED, "never asked", null, null));

        StepReport export = house.run("directory", Kind.EXPORT);

        assertEquals(List.of("ou=New,dc=test"), codes(export));
        assertEquals(List.of("dn to ou=New,dc=test: waits-for-container"), house.waiting("directory"));
    }
}
