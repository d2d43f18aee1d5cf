package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.RuleTest.ExpectedChange;
import org.syncline.dsl.ruleset.RuleTest.ExpectedError;
import org.syncline.dsl.ruleset.RuleTest.ExpectedExport;
import org.syncline.dsl.ruleset.RuleTest.ExpectedIdentity;
import org.syncline.dsl.xml.binding.Expect;
import org.syncline.dsl.xml.binding.ExpectNothing;
import org.syncline.dsl.xml.binding.Expectation;

/** Reads what a test expects. */
final class ExpectationReader {
    private final SourceFile file;
    private final NameLookup lookup;
    private final TestValues values;

    ExpectationReader(SourceFile file, NameLookup lookup, TestValues values) {
        this.file = file;
        this.lookup = lookup;
        this.values = values;
    }

    /** Empty for one that was reported. */
    Optional<RuleTest.Expectation> read(Expectation expectation) {
        boolean isSomewhere = expectation.getMetaverseType() != null || expectation.getConnector() != null;
        if (expectation instanceof ExpectNothing && !isSomewhere) {
            refuse(expectation, "Nothing at all", "object-type", "change", "dn");
            return Optional.of(new RuleTest.Nothing(file.location(expectation)));
        }
        if ((expectation.getMetaverseType() == null) == (expectation.getConnector() == null)) {
            file.problem(expectation, "It does not say where something is expected",
                    "give it one of metaverse-type and connector");
            return Optional.empty();
        }
        if (expectation instanceof Expect expect && expect.getError() != null) {
            return Optional.of(error(expect));
        }
        return Optional.of(expectation.getMetaverseType() != null ? identity(expectation) : export(expectation));
    }

    /** Reports attributes that say nothing here. */
    private void refuse(Expectation expectation, String what, String... attributes) {
        Stream.of(attributes)
                .filter(name -> file.has(expectation, name))
                .forEach(name -> file.problem(expectation, name, what + " has no " + name, "leave it out"));
    }

    private static List<Object> parts(Expectation expectation) {
        return expectation instanceof Expect expect ? expect.getValueOrAbsent() : List.of();
    }

    private ExpectedError error(Expect expect) {
        refuse(expect, "An error", "metaverse-type", "object-type", "change", "dn");
        if (!expect.getValueOrAbsent().isEmpty()) {
            file.problem(expect, "An error has no values", "leave them out");
        }
        lookup.connector(expect, "connector", expect.getConnector());
        return new ExpectedError(expect.getConnector(), expect.getError(), file.location(expect));
    }

    private ExpectedIdentity identity(Expectation expectation) {
        refuse(expectation, "An identity", "object-type", "change", "dn");
        Optional<MetaverseType> type =
                lookup.metaverseType(expectation, "metaverse-type", expectation.getMetaverseType());
        return new ExpectedIdentity(
                expectation instanceof Expect,
                expectation.getMetaverseType(),
                values.expected(parts(expectation), type.map(MetaverseType::type).orElse(null)),
                file.location(expectation));
    }

    private ExpectedExport export(Expectation expectation) {
        Optional<ConnectorDefinition> connector =
                lookup.connector(expectation, "connector", expectation.getConnector());
        Optional<ConnectedObjectType> type = connector.flatMap(known -> type(expectation, known));
        connector.filter(ConnectorDefinition::readOnly).ifPresent(source -> file.problem(
                expectation, "connector", "Nothing is ever exported to '" + source.name() + "', which is read-only",
                "expect something of another connector, or of a metaverse-type"));
        ExpectedChange change = expectation.getChange() == null
                ? null
                : ExpectedChange.valueOf(expectation.getChange().name());
        type.filter(known -> change == ExpectedChange.DISABLE && known.disabled() == null)
                .ifPresent(known -> file.problem(expectation, "change", "The object type '" + known.type().name()
                        + "' does not say what a disabled object looks like", "add <disabled> to it"));
        return new ExpectedExport(
                expectation instanceof Expect,
                expectation.getConnector(),
                expectation.getObjectType(),
                change,
                expectation.getDn(),
                values.expected(parts(expectation), type.map(ConnectedObjectType::type).orElse(null)),
                file.location(expectation));
    }

    /** The only one of the connector where none is named. */
    private Optional<ConnectedObjectType> type(Expectation expectation, ConnectorDefinition connector) {
        if (expectation.getObjectType() != null) {
            return lookup.objectType(expectation, "object-type", connector, expectation.getObjectType());
        }
        boolean isAmbiguous = connector.objectTypes().size() > 1;
        if (isAmbiguous && !parts(expectation).isEmpty()) {
            file.problem(expectation, "It does not say of which object type the values are",
                    "add object-type=\"...\"");
        }
        return isAmbiguous ? Optional.empty() : connector.objectTypes().stream().findFirst();
    }
}
