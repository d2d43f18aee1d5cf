package org.syncline.platform.engine.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

class StagingTest {
    private static final ObjectType DEPARTMENT = ObjectType.ofConnectorSpace(
            "department",
            AttributeDefinition.multi("member", AttributeType.STRING),
            AttributeDefinition.single("costCentre", AttributeType.STRING));
    private static final Anchor SALES = new Anchor("Sales");

    private final ConnectorSpaceObject staged =
            Staging.stage(ConnectorSpaceObject.unseen(1, "hr", SALES, DEPARTMENT), sales("CC-1", "ann", "bob"),
                    ContentHash.UNKNOWN);

    private static ImportedChange.Whole sales(String costCentre, String... members) {
        return new ImportedChange.Whole(SALES, Attributes.builder(DEPARTMENT)
                .set("costCentre", costCentre)
                .set("member", Arrays.stream(members).map(TextValue::new).toList())
                .build());
    }

    private static List<String> members(ConnectorSpaceObject object) {
        return object.hologram().imported().get("member").asList().stream().map(value -> value.text()).sorted()
                .toList();
    }

    @Test
    void whatIsReportedInFullLosesWhatIsNotReported() {
        ConnectorSpaceObject after = Staging.stage(staged, sales(null, "cid"), ContentHash.UNKNOWN);
        assertEquals(List.of("cid"), members(after));
        assertEquals(null, after.hologram().imported().text("costCentre"));
    }

    @Test
    void whatIsReportedInPartGainsAndLosesNothing() {
        ConnectorSpaceObject after = Staging.stageIncomplete(staged, sales(null, "bob", "cid"));
        assertEquals(List.of("ann", "bob", "cid"), members(after));
        assertEquals("CC-1", after.hologram().imported().text("costCentre"));
    }

    @Test
    void aPartIsNeverTakenForTheLastReport() {
        assertEquals(ContentHash.UNKNOWN, Staging.stageIncomplete(staged, sales("CC-1", "ann")).lastReport());
    }

    @Test
    void aNewObjectIsStagedAsFarAsItIsKnown() {
        ConnectorSpaceObject unseen = ConnectorSpaceObject.unseen(2, "hr", SALES, DEPARTMENT);
        assertEquals(List.of("ann"), members(Staging.stageIncomplete(unseen, sales("CC-1", "ann"))));
    }
}
