package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.DistinguishedName;

/** The functions over distinguished names. */
final class DirectoryFunctions {
    private DirectoryFunctions() {}

    static List<Function> functions() {
        return List.of(escape());
    }

    private static Function escape() {
        return declare("EscapeDNComponent", "Escapes a value so that it can stand in a distinguished name.")
                .takes(each("value", STRING, "the value, without the attribute's name"))
                .gives("The value with , + \" \\ < > ; = # and outer spaces escaped (RFC 4514); nothing for nothing.")
                .example("\"cn=\" & EscapeDNComponent(\"Lee, Ann\")", "cn=Lee\\, Ann")
                .as(TextBody.ofText(DistinguishedName::escape));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.DIRECTORY, name, purpose);
    }
}
