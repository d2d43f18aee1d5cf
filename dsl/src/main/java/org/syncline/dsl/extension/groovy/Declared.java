package org.syncline.dsl.extension.groovy;

import java.util.Map;
import java.util.Set;
import org.syncline.dsl.extension.groovy.HookKind.Role;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.ObjectType;

/**
 * A hook as it stands in a script.
 *
 * @param method of the script's class that its closure became
 * @param attributes that it names when it contributes; null where one of them is computed
 * @param ranks the best precedence with which it contributes to an attribute, where that can be told
 * @param objectType of the object it is about; null where it is about none
 * @param identityType of the identity it is about; null where it is about none
 */
record Declared(
        HookKind kind, String name, Map<String, String> arguments, String method,
        Set<String> attributes, Map<String, Integer> ranks, ObjectType objectType, ObjectType identityType,
        boolean takesNow,
        RuleLocation location) {

    /** The type of what a parameter stands for; null where that has no attributes. */
    static ObjectType typeOf(Role role, ObjectType objectType, ObjectType identityType) {
        return switch (role) {
            case SOURCE, TARGET -> objectType;
            case IDENTITY -> identityType;
            default -> null;
        };
    }
}
