package org.syncline.connectors.file;

import java.util.List;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.TextValue;

/** Employees with id, name and mail addresses, and what can be done to them. */
public final class Staff {
    public static final ObjectTypeSettings PEOPLE =
            Reading.people(Reading.NAME, AttributeDefinition.multi("mail", AttributeType.STRING));

    private Staff() {}

    public static ExportOperation add(String id, String name, String... mails) {
        return new ExportOperation.Add(Attributes.builder(PEOPLE.type())
                .set("id", id)
                .set("name", name)
                .set("mail", List.of(mails).stream().map(TextValue::new).toList())
                .build());
    }

    public static ExportOperation rename(String id, String from, String to) {
        Delta.AttributeChange change = new Delta.AttributeChange(
                PEOPLE.type().index("name"), List.of(new TextValue(to)),
                from == null ? List.of() : List.of(new TextValue(from)));
        return new ExportOperation.Update("employee", new Anchor(id), null, List.of(change), null);
    }

    public static ExportOperation delete(String id) {
        return new ExportOperation.Delete("employee", new Anchor(id), null);
    }
}
