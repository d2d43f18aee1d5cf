package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.xml.binding.ConnectorAttributeDeclaration;
import org.syncline.dsl.xml.binding.MetaverseAttribute;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** The attributes of object types as they are declared; those without a name, and second ones of a name, were reported. */
final class AttributeTypes {
    private AttributeTypes() {}

    static List<AttributeDefinition> ofMetaverse(List<MetaverseAttribute> declared) {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        for (MetaverseAttribute attribute : declared) {
            if (attribute.getName() != null) {
                attributes.putIfAbsent(attribute.getName(), new AttributeDefinition(
                        attribute.getName(), type(attribute.getType()), attribute.isMultiValued(),
                        attribute.isIndexed(), attribute.isSensitive()));
            }
        }
        return new ArrayList<>(attributes.values());
    }

    static List<AttributeDefinition> ofConnector(List<ConnectorAttributeDeclaration> declared) {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        for (ConnectorAttributeDeclaration attribute : declared) {
            attributes.putIfAbsent(attribute.getName(), new AttributeDefinition(
                    attribute.getName(), type(attribute.getType()), attribute.isMultiValued(), false,
                    attribute.isSensitive()));
        }
        return new ArrayList<>(attributes.values());
    }

    private static AttributeType type(org.syncline.dsl.xml.binding.AttributeType declared) {
        return switch (declared) {
            case STRING -> AttributeType.STRING;
            case INTEGER -> AttributeType.INTEGER;
            case BOOLEAN -> AttributeType.BOOLEAN;
            case BINARY -> AttributeType.BINARY;
            case DATE -> AttributeType.DATE;
            case REFERENCE -> AttributeType.REFERENCE;
        };
    }
}
