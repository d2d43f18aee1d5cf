package org.syncline.platform.engine.ruletest;

import java.util.List;
import java.util.stream.Collectors;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Values as tests write them. */
record WrittenValues(IdentityNames names) {
    private static final String MASK = "********";

    boolean holds(Content content, AttributeDefinition attribute, String written) {
        return content.asList().stream().anyMatch(value -> is(value, attribute, written));
    }

    private boolean is(Value value, AttributeDefinition attribute, String written) {
        if (value instanceof ReferenceValue reference) {
            return switch (reference.form()) {
                case IDENTITY -> names.isCalled(reference.identity(), written);
                case DN -> isSameName(reference.key(), written);
                case KEY -> reference.key().equals(written);
            };
        }
        return attribute.name().equals(ObjectType.DN)
                ? isSameName(value.text(), written)
                : value.text().equals(written)
                        || value.equals(Conversion.to(attribute.type(), new TextValue(written)));
    }

    static boolean isSameName(String dn, String written) {
        return DistinguishedName.normalize(dn).equals(DistinguishedName.normalize(written));
    }

    /** What an attribute holds, as a test would write it. */
    String text(Content content, AttributeDefinition attribute) {
        return content.isPresent()
                ? content.asList().stream().map(value -> text(value, attribute)).collect(Collectors.joining(", "))
                : "(nothing)";
    }

    private String text(Value value, AttributeDefinition attribute) {
        if (attribute.sensitive()) {
            return MASK;
        }
        return value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY
                ? names.name(reference.identity())
                : value.text();
    }

    /** What a test expects of an attribute. */
    static String text(List<String> written, AttributeDefinition attribute) {
        return attribute.sensitive() ? MASK : String.join(", ", written);
    }
}
