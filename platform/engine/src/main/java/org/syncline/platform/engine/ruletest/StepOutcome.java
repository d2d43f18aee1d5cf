package org.syncline.platform.engine.ruletest;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.platform.engine.operations.Explaining;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.synchronization.Trace;
import org.syncline.schema.identity.MetaverseObject;

/**
 * What there is, and what happened, at the end of a step.
 *
 * @param changes of accounts, in the order in which they happened
 * @param identities all that there are
 * @param errors raised in the step
 * @param decisions of the test so far
 * @param values as the test writes them
 */
record StepOutcome(
        List<AccountChange> changes, List<MetaverseObject> identities, List<ObjectError> errors, Decisions decisions,
        WrittenValues values, Explaining explaining) {
    private static final Pattern IDENTITY = Pattern.compile("identity #(\\d+)");

    /** What the engine said in the step, with identities by their names. */
    List<String> reasons(Predicate<Trace.Line> which) {
        return decisions.reasons(which).stream()
                .map(reason -> IDENTITY.matcher(reason)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                values.names().title(Long.parseLong(found.group(1))))))
                .toList();
    }
}
