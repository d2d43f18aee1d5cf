package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** Several object types from the same rows. */
class ObjectTypesTest {
    private static final String ROWS =
            "id,name,dept,status,level\n1,Ann,Sales,Current,1\n2,Bob,IT,Current,2\n3,Cid,Sales,,3\n"
                    + "4,Dan,Sales,Current,four\n5,Eve,,Current,5\n6,Fay,Sales,Current,6\n";

    @TempDir
    Path folder;

    private static ObjectTypeSettings employees() {
        ObjectTypeSettings people = Reading.people(Reading.NAME);
        return Reading.filtered(people, column -> column.apply("status") != null);
    }

    private static ObjectTypeSettings departments(AttributeDefinition... more) {
        List<AttributeDefinition> attributes =
                new ArrayList<>(List.of(AttributeDefinition.multi("member", AttributeType.REFERENCE)));
        attributes.addAll(List.of(more));
        ObjectTypeSettings type = Reading.collected(ObjectType.ofConnectorSpace("department", attributes), "dept");
        return Reading.filtered(
                Reading.with(type,
                        each -> new AttributeSettings(each.name(), each.name().equals("member") ? "id" : each.name(),
                                null, null, null)),
                column -> column.apply("status") != null);
    }

    @Test
    void oneReadingDeliversEmployeesAndTheirDepartments() {
        Reading reading = Reading.of(folder, ROWS, employees(), departments());
        assertEquals(List.of(), reading.errors());
        assertEquals(List.of("1", "2", "4", "5", "6", "Sales", "IT"), reading.anchors());
        assertEquals(List.of("1", "4", "6"), members(reading, 5));
        assertEquals(List.of("2"), members(reading, 6));
    }

    @Test
    void anAnchorThatIsAnAttributeIsReadFromItsColumn() {
        ObjectTypeSettings people = Reading.with(Reading.people(),
                each -> new AttributeSettings(each.name(), "Employee Number", null, null, null));
        Reading reading = Reading.of(folder, "Employee Number,name\n7,Ann\n8,Bob\n", people);
        assertEquals(List.of(), reading.errors());
        assertEquals(List.of("7", "8"), reading.anchors());
    }

    private static List<String> members(Reading reading, int object) {
        return reading.objects().get(object).attributes().get("member").asList().stream().map(Value::text).toList();
    }

    @Test
    void aSingleValueOfACollectedObjectIsTheFirstThereIs() {
        Reading reading =
                Reading.of(folder, ROWS, departments(AttributeDefinition.single("name", AttributeType.STRING)));
        assertEquals(List.of("Sales: Ann", "IT: Bob"), reading.names());
    }

    @Test
    void aCollectedObjectWithABadRowStaysAsItWas() {
        Reading reading =
                Reading.of(folder, ROWS, departments(AttributeDefinition.multi("level", AttributeType.INTEGER)));
        assertEquals(List.of("IT"), reading.anchors());
        assertEquals(List.of("INVALID_ATTRIBUTE_VALUE department Sales hr.csv:5"), reading.errorPlaces());
    }

    @Test
    void aRowThatIsNoEmployeeIsNoMemberEither() {
        String rows = "id,name,dept,status\n1,Ann,Sales,Current\n2,Bob,Sales,Current\n1,Cid,IT,Current\n";
        Reading reading = Reading.of(folder, rows, departments(), employees());
        assertEquals(List.of("1", "2", "Sales"), reading.anchors());
        assertEquals(List.of("DUPLICATE_ANCHOR employee 1 hr.csv:4"), reading.errorPlaces());
    }

    @Test
    void anAnchorOfSeveralColumns() {
        ObjectTypeSettings people = Reading.people(Reading.NAME);
        ObjectTypeSettings composite =
                new ObjectTypeSettings(people.type(), List.of("dept", "id"), people.attributes(), people.rows(),
                        people.filter());
        Reading reading = Reading.of(folder, "id,name,dept\n1,Ann,A|B\n1,Bob,IT\n,Cid,IT\n2,Dan,\n", composite);
        assertEquals(List.of("A\\|B|1: Ann", "IT|1: Bob"), reading.names());
        assertEquals(List.of("MISSING_ANCHOR employee null hr.csv:4", "MISSING_ANCHOR employee null hr.csv:5"),
                reading.errorPlaces());
    }

    @Test
    void theFilterSeesAllColumnsAndNothingInThoseThereAreNot() {
        ObjectTypeSettings sales = Reading.filtered(
                Reading.people(Reading.NAME),
                column -> "Sales".equals(column.apply("dept")) && column.apply("no such") == null);
        assertEquals(List.of("1", "3", "4", "6"), Reading.of(folder, ROWS, sales).anchors());
    }
}
