package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.REFERENCE;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ReferenceValue;

/** The functions over distinguished names. */
final class DirectoryFunctions {
    private static final String DC = "DC";

    private DirectoryFunctions() {}

    static List<Function> functions() {
        return List.of(escape(), reference(), component(), componentFromEnd());
    }

    private static Function escape() {
        return declare("EscapeDNComponent", "Escapes a value so that it can stand in a distinguished name.")
                .takes(each("value", STRING, "the value, without the attribute's name"))
                .gives("The value with , + \" \\ < > ; = # and outer spaces escaped (RFC 4514); nothing for nothing.")
                .example("\"cn=\" & EscapeDNComponent(\"Lee, Ann\")", "cn=Lee\\, Ann")
                .as(TextBody.ofText(DistinguishedName::escape));
    }

    private static Function reference() {
        return declare("CRef", "Makes a reference of a distinguished name.")
                .takes(each("dn", STRING, "the distinguished name"))
                .gives("A reference; nothing for nothing.")
                .example("CRef(\"cn=Joe,dc=contoso,dc=com\")", "cn=Joe,dc=contoso,dc=com")
                .as(ConversionFunctions.converting(Shape.REFERENCE, value -> ReferenceValue.toDn(Reading.text(value))));
    }

    private static Function component() {
        return declare("DNComponent", "One of the values in a distinguished name, counted from the left.")
                .takes(
                        each("dn", REFERENCE, "the name").or(STRING),
                        one("number", INTEGER, "which one, from 1"))
                .gives("The value as it is written there, escapes included; nothing if there are fewer, and for nothing.")
                .example("DNComponent(CRef(\"cn=Joe,ou=Sales,dc=contoso\"), 1)", "Joe")
                .example("DNComponent(CRef(\"cn=Lee\\\\, Ann,dc=contoso\"), 1)", "Lee\\, Ann")
                .as(arguments -> component(arguments, (names, number) -> number, false));
    }

    private static Function componentFromEnd() {
        return declare("DNComponentRev", "One of the values in a distinguished name, counted from the right.")
                .takes(
                        each("dn", REFERENCE, "the name").or(STRING),
                        one("number", INTEGER, "which one, from 1"),
                        choice("options", "DC leaves out the parts named dc", "ALL", DC))
                .gives("The value as it is written there, escapes included; nothing if there are fewer, and for nothing.")
                .example("DNComponentRev(CRef(\"cn=Joe,ou=Atlanta,ou=GA,ou=US,dc=contoso,dc=com\"), 3)", "US")
                .example("DNComponentRev(CRef(\"cn=Joe,ou=Atlanta,ou=GA,ou=US,dc=contoso,dc=com\"), 1, \"DC\")", "US")
                .as(arguments -> component(
                        arguments, (names, number) -> names + 1 - number, DC.equals(arguments.constantText(2))));
    }

    /** Turns the number of a part into one counted from the left. */
    @FunctionalInterface
    private interface Count {
        long of(long parts, long number);
    }

    private static Term component(Arguments arguments, Count count, boolean withoutDomain) {
        Term dn = arguments.get(0);
        Term number = arguments.get(1);
        return TextBody.term(evaluation -> {
            String name = text(dn.content(evaluation));
            long wanted = number.integer(evaluation);
            if (name == null || wanted == Term.ABSENT) {
                return null;
            }
            List<String> parts = NameParts.of(name, withoutDomain);
            long index = count.of(parts.size(), wanted) - 1;
            return index < 0 || index >= parts.size() ? null : NameParts.value(parts.get((int) index));
        });
    }

    private static String text(Content dn) {
        return dn instanceof ReferenceValue reference ? reference.key() : Reading.text(dn);
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.DIRECTORY, name, purpose);
    }
}
