package org.syncline.connectors.script.groovy;

import java.util.Arrays;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.spi.ConnectorException;

/** What an administrator reads of a script that failed: file, line, and why. */
final class ScriptFailures {
    private ScriptFailures() {}

    /** The name under which the script is compiled, and stands in stack traces. */
    static String sourceName(GroovySettings settings) {
        return settings.path().getFileName().toString();
    }

    static ConnectorException failed(GroovySettings settings, Throwable cause) {
        return cause instanceof ConnectorException said
                ? new ConnectorException(said.code(), prefix(settings) + said.getMessage(), cause)
                : new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                        prefix(settings) + place(settings, cause) + ": " + message(cause), cause);
    }

    private static String prefix(GroovySettings settings) {
        return "Connector '" + settings.connector() + "': ";
    }

    /** File and line, and why. */
    static String explain(GroovySettings settings, Throwable cause) {
        return place(settings, cause) + ": " + message(cause);
    }

    static String place(GroovySettings settings, Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> sourceName(settings).equals(frame.getFileName()) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame -> settings.file() + ":" + frame.getLineNumber())
                .orElse(settings.file());
    }

    private static String message(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        return cause.getMessage() == null
                ? kind
                : cause instanceof Nonsense ? cause.getMessage() : kind + ": " + cause.getMessage();
    }
}
