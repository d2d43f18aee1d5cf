package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** Finds what the attributes of elements in one file name; reports names of nothing. */
final class NameLookup {
    private final SourceFile file;
    private final Schemas schemas;

    NameLookup(SourceFile file, Schemas schemas) {
        this.file = file;
        this.schemas = schemas;
    }

    Optional<MetaverseType> metaverseType(Locatable element, String attribute, String name) {
        MetaverseType found = schemas.metaverse().get(name);
        if (found == null && name != null && !schemas.knowsNoMetaverse()) {
            file.problem(element, attribute, "There is no metaverse type '" + name + "'",
                    Spelling.suggestion(name, schemas.metaverse().keySet()));
        }
        return Optional.ofNullable(found);
    }

    Optional<ConnectorDefinition> connector(Locatable element, String attribute, String name) {
        ConnectorDefinition found = schemas.connectors().get(name);
        if (found == null && name != null && !schemas.mayExist(name)) {
            file.problem(element, attribute, "There is no connector '" + name + "'",
                    Spelling.suggestion(name, schemas.connectors().keySet()));
        }
        return Optional.ofNullable(found);
    }

    Optional<ConnectedObjectType> objectType(Locatable element, String attribute, ConnectorDefinition connector,
            String name) {
        Optional<ConnectedObjectType> found = connector.objectType(name);
        if (found.isEmpty() && name != null) {
            List<String> known = connector.objectTypes().stream().map(type -> type.type().name()).toList();
            file.problem(element, attribute,
                    "The connector '" + connector.name() + "' has no object type '" + name + "'",
                    Spelling.suggestion(name, known));
        }
        return found;
    }

    /** @param type null if it isn't known, so that nothing can be said of its attributes */
    Optional<AttributeDefinition> attribute(Locatable element, String attribute, ObjectType type, String name) {
        if (type == null || name == null) {
            return Optional.empty();
        }
        if (!type.has(name)) {
            file.problem(element, attribute, "The object type '" + type.name() + "' has no attribute '" + name + "'",
                    Spelling.suggestion(name, type.attributes().stream().map(AttributeDefinition::name).toList()));
            return Optional.empty();
        }
        return Optional.of(type.attribute(type.index(name)));
    }
}
