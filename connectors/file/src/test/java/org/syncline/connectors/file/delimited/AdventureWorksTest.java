package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** A real file of an HR system; skipped where it is not beside the project. */
class AdventureWorksTest {
    private static final String FILE = "adventure-works/employees.csv";

    private static Path file;

    @BeforeAll
    static void findFile() {
        file = folders().map(folder -> folder.resolve(FILE)).filter(Files::isRegularFile).findFirst().orElse(null);
        assumeTrue(file != null, "no shared/data/" + FILE + " beside the project, nor in SYNCLINE_SHARED_DATA");
    }

    private static Stream<Path> folders() {
        Stream<Path> named = Stream.ofNullable(System.getenv("SYNCLINE_SHARED_DATA")).map(Path::of);
        return Stream.concat(
                named, Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent).takeWhile(folder -> folder != null)
                        .map(folder -> folder.resolve("shared/data")));
    }

    private static Reading read(ObjectTypeSettings... types) {
        return Reading.of(Reading.open(file.getParent(), Map.of("file", file.getFileName().toString()), types));
    }

    private static ObjectTypeSettings employees() {
        ObjectType type = ObjectType.ofConnectorSpace(
                "employee",
                AttributeDefinition.single("EmployeeKey", AttributeType.INTEGER),
                AttributeDefinition.single("ParentEmployeeKey", AttributeType.REFERENCE),
                AttributeDefinition.single("FirstName", AttributeType.STRING),
                AttributeDefinition.single("LastName", AttributeType.STRING),
                AttributeDefinition.single("HireDate", AttributeType.DATE),
                AttributeDefinition.single("LoginID", AttributeType.STRING),
                AttributeDefinition.single("SalariedFlag", AttributeType.BOOLEAN),
                AttributeDefinition.single("Status", AttributeType.STRING));
        return ObjectTypeSettings.of(type, "EmployeeKey");
    }

    private static ObjectTypeSettings departments() {
        ObjectType type =
                ObjectType.ofConnectorSpace("department", AttributeDefinition.multi("member", AttributeType.REFERENCE));
        ObjectTypeSettings collected = Reading.with(
                Reading.collected(type, "DepartmentName"),
                each -> new AttributeSettings("member", "EmployeeKey", null, "employee", null));
        return Reading.filtered(collected, column -> column.apply("Status") != null);
    }

    @Test
    void readsEveryEmployee() {
        Reading reading = read(employees());
        assertEquals(List.of(), reading.errors());
        assertEquals(296, reading.objects().size());
        assertEquals(290,
                reading.objects().stream().filter(object -> object.attributes().text("Status") != null).count());
        assertEquals("adventure-works\\guy1", reading.objects().getFirst().attributes().text("LoginID"));
        assertEquals("2006-01-28T00:00:00Z", reading.objects().getFirst().attributes().text("HireDate"));
    }

    @Test
    void collectsTheDepartmentsFromTheSameRows() {
        Reading reading = read(employees(), departments());
        List<List<Value>> members = reading.objects().stream()
                .filter(object -> object.objectType().equals("department"))
                .map(object -> object.attributes().get("member").asList())
                .toList();
        assertEquals(16, members.size());
        assertEquals(290, members.stream().mapToInt(List::size).sum());
    }

    @Test
    void everyManagerButThoseOfFilteredRowsIsAnEmployeeThatIsRead() {
        Reading reading = read(Reading.filtered(employees(), column -> column.apply("Status") != null));
        Set<String> keys = Set.copyOf(reading.anchors());
        List<String> managers = reading.objects().stream()
                .map(object -> object.attributes().text("ParentEmployeeKey"))
                .filter(key -> key != null)
                .toList();
        assertEquals(289, managers.size());
        assertEquals(
                Set.of("7", "143", "278"),
                managers.stream().filter(key -> !keys.contains(key)).collect(Collectors.toSet()));
        assertEquals(266, managers.stream().filter(keys::contains).count());
    }
}
