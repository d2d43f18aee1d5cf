package org.syncline.platform.engine.discovery;

import static org.syncline.connectors.spi.ConnectionFinding.error;
import static org.syncline.connectors.spi.ConnectionFinding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** Compares the object types that are declared with those that a system offers. */
final class DeclarationCheck {
    private static final int SAMPLE = 200;

    private final Discovery discovery;
    private final List<OfferedType> offered;
    private final List<IntendedExport> exports;
    private final List<ConnectionFinding> findings = new ArrayList<>();

    DeclarationCheck(Discovery discovery, List<IntendedExport> exports) {
        this.discovery = discovery;
        this.offered = discovery.types();
        this.exports = exports;
    }

    List<ConnectionFinding> check(List<ConnectedObjectType> types) {
        types.forEach(this::check);
        return findings;
    }

    private void check(ConnectedObjectType declared) {
        String name = declared.type().name();
        Optional<OfferedType> type = offered.stream()
                .filter(one -> one.isGuess() || one.name().equalsIgnoreCase(name))
                .findFirst();
        if (type.isPresent()) {
            new OfType(declared, type.get()).check();
        } else {
            findings.add(error(Where.type(name), "The system has no object type '" + name + "'",
                    meant(name, offered.stream().map(OfferedType::name).toList(),
                            "'syncline discover' lists those it has")));
        }
    }

    private static String meant(String name, List<String> known, String otherwise) {
        String nearest = NearestName.to(name, known);
        return nearest == null ? otherwise : "did you mean " + nearest + "?";
    }

    /** The comparison of one object type. */
    private final class OfType {
        private final ConnectedObjectType declared;
        private final OfferedType type;
        private final TypeUsage usage;
        private final Set<String> exported = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        OfType(ConnectedObjectType declared, OfferedType type) {
            this.declared = declared;
            this.type = type;
            this.usage = discovery.usage(type, SAMPLE);
            exports.stream().filter(export -> export.objectType().equals(declared.type().name()))
                    .forEach(export -> exported.addAll(export.attributes()));
        }

        void check() {
            declared.anchor().forEach(this::checkAnchor);
            declared.attributes().forEach(this::check);
            checkAdditions();
        }

        private void checkAnchor(String part) {
            String column = declared.attribute(part).map(ConnectedAttribute::column).orElse(part);
            if (!column.equalsIgnoreCase(ObjectType.DN) && type.attribute(column).isEmpty()) {
                findings.add(error(Where.type(name()), "The system has no attribute '" + column
                        + "', which is the anchor of '" + name() + "'", meant(column, columns(), anchors())));
            }
        }

        private String anchors() {
            return type.anchors().isEmpty() ? "take one it has" : "take " + String.join(" or ", type.anchors());
        }

        private void check(ConnectedAttribute attribute) {
            type.attribute(attribute.column()).ifPresentOrElse(
                    there -> check(attribute, there),
                    () -> findings.add(error(where(attribute),
                            "Objects of type '" + type.name() + "' have no attribute '" + attribute.column() + "'",
                            meant(attribute.column(), columns(),
                                    "'syncline discover ... --type " + type.name()
                                            + " --all' lists those there are"))));
        }

        private void check(ConnectedAttribute attribute, OfferedAttribute there) {
            if (exported.contains(attribute.column()) && !there.isWritable()) {
                findings.add(error(where(attribute),
                        "The system itself sets '" + there.name() + "', so that the rules that write it fail",
                        "remove those rules"));
            }
            if (!type.isGuess()) {
                AttributeDefinition definition = declared.type().attribute(declared.type().index(attribute.name()));
                checkType(attribute, definition, there);
                checkNumber(attribute, definition, there);
            }
        }

        private void checkType(ConnectedAttribute attribute, AttributeDefinition definition, OfferedAttribute there) {
            String what = "'" + there.name() + "' holds " + plural(there.type()) + " and is declared as "
                    + lower(definition.type());
            switch (Fit.of(definition.type(), there.type(), attribute)) {
                case FITS -> {
                    // nothing is to be said
                }
                case LOSES -> findings.add(warning(where(attribute), what, "write type=\"" + lower(there.type())
                        + "\", so that references follow renames"));
                case FAILS -> findings.add(error(where(attribute), what,
                        there.type() == AttributeType.STRING
                                ? "leave type out"
                                : "write type=\"" + lower(there.type()) + "\""));
            }
        }

        private void checkNumber(ConnectedAttribute attribute, AttributeDefinition definition, OfferedAttribute there) {
            int most = usage.of(there).most();
            if (!definition.multiValued() && there.multiValued() && most > 1) {
                findings.add(error(where(attribute), "'" + there.name() + "' has up to " + most
                        + " values in one object and is declared to have one, so that those objects cannot be read",
                        "write multi-valued=\"true\""));
            } else if (definition.multiValued() && !there.multiValued()) {
                boolean isWritten = exported.contains(attribute.column());
                findings.add((isWritten
                        ? error(where(attribute), oneValue(there) + ", so that a second one is refused",
                                "remove multi-valued")
                        : warning(where(attribute), oneValue(there), "remove multi-valued")));
            }
        }

        private static String oneValue(OfferedAttribute there) {
            return "'" + there.name() + "' never has more than one value and is declared multi-valued";
        }

        /** Who writes attributes of a class has to write the class. */
        private void checkAdditions() {
            boolean writesClasses = exported.contains("objectClass");
            for (String column : exported) {
                String addition = type.attribute(column).map(OfferedAttribute::addition).orElse(null);
                if (addition != null && !writesClasses) {
                    findings.add(warning(Where.attribute(name(), column), "'" + column
                            + "' is written, but only objects that have the class '" + addition + "' too can have it",
                            "let a rule write '" + addition + "' to objectClass"));
                }
            }
        }

        private List<String> columns() {
            return type.attributes().stream().map(OfferedAttribute::name).toList();
        }

        private String name() {
            return declared.type().name();
        }

        private Where where(ConnectedAttribute attribute) {
            return Where.attribute(name(), attribute.column());
        }
    }

    /** How what is declared fits what is there. */
    private enum Fit {
        FITS,
        /** It can be read, and is less than it could be. */
        LOSES,
        FAILS;

        static Fit of(AttributeType declared, AttributeType there, ConnectedAttribute attribute) {
            if (declared == there || declared == AttributeType.BINARY) {
                return FITS;
            }
            return switch (declared) {
                case STRING -> there == AttributeType.BINARY ? FAILS : there == AttributeType.REFERENCE ? LOSES : FITS;
                case REFERENCE -> there == AttributeType.STRING && attribute.referenceBy() != null ? FITS : FAILS;
                case DATE -> there == AttributeType.STRING && attribute.format() != null ? FITS : FAILS;
                // a text may hold nothing but numbers, and to Active Directory many dates are numbers
                case INTEGER -> there == AttributeType.STRING || there == AttributeType.DATE ? FITS : FAILS;
                case BOOLEAN -> there == AttributeType.STRING ? FITS : FAILS;
                case BINARY -> FITS;
            };
        }
    }

    private static String plural(AttributeType type) {
        return switch (type) {
            case STRING -> "texts";
            case INTEGER -> "whole numbers";
            case BOOLEAN -> "TRUE or FALSE";
            case BINARY -> "bytes";
            case DATE -> "dates";
            case REFERENCE -> "names of other objects";
        };
    }

    private static String lower(AttributeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
