package org.syncline.dsl.extension.groovy;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.ObjectType;

/**
 * A hook of a script, ready to be called.
 *
 * @param declared what it is about
 * @param objectType of the object it is about; null where it is about none
 * @param identityType of the identity it is about; null where it is about none
 * @param reads the attributes that its answers may be made of
 */
record ScriptRule(
        HookKind kind, ExtensionRule declared, Map<String, String> arguments, ObjectType objectType,
        ObjectType identityType, Set<String> reads, boolean readsClock, MethodHandle method, CompiledScript script) {

    String name() {
        return declared.name();
    }

    RuleLocation location() {
        return declared.location();
    }

    /** Calls it with what it is given, the time last where it takes that. */
    Object call(Object... given) {
        TimeBudget.begin(script.budget());
        try {
            return (Object) method.invokeExact(given);
        } catch (RuntimeException | StackOverflowError | TimeBudget.Exhausted failure) {
            throw script.failure(this, failure);
        } catch (Error impossible) {
            throw impossible;
        } catch (Throwable checked) {
            throw script.failure(this, checked);
        }
    }

}
