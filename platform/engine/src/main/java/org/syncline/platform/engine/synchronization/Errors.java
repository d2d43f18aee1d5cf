package org.syncline.platform.engine.synchronization;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.page.Failures;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Makes the errors of synchronization. */
final class Errors {
    /** The code of what failed in the program, not in a rule. */
    static final String UNEXPECTED = "unexpected-error";

    private Errors() {}

    /** An object that filter, joins or import flows failed for. */
    static ObjectError of(ConnectorSpaceObject object, String code, String message, String rule, RuleLocation location,
            Instant now) {
        return of(
                Concern.ofObject(object.connector(), object.id(), object.title()), code, message, rule, location, now);
    }

    /** An account that provisioning or export flows failed for. */
    static ObjectError ofAccount(
            ConnectorSpaceObject account, String code, String message, String rule, RuleLocation location,
            Instant now) {
        FailedAccount failed = new FailedAccount(account.link().identity(), account.connector());
        return of(Concern.ofAccount(failed, account.id(), account.title()), code, message, rule, location, now);
    }

    static ObjectError of(
            Concern concern, String code, String message, String rule, RuleLocation location, Instant now) {
        String place = location == null ? rule : rule + " (" + location + ")";
        return new ObjectError(ObjectError.Origin.SYNCHRONIZATION, concern, code, message, place, now);
    }

    /** What failed in the program, not in a rule. */
    static ObjectError unexpected(Concern concern, RuntimeException failure, Instant now) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return of(concern, UNEXPECTED, Failures.message(failure), null, null, now).at(stack.toString());
    }
}
