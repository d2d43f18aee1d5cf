package org.syncline.connectors.spi;

/**
 * What a look at a connected system found.
 *
 * @param where it concerns
 * @param what is so, without a full stop
 * @param advice what to do; null for nothing
 */
public record ConnectionFinding(Severity severity, Where where, String what, String advice) {

    /** How bad it is. */
    public enum Severity {
        /** Something that the connector is to do cannot be done. */
        ERROR,
        /** It works, though hardly as it is meant. */
        WARNING,
        /** It could not be found out. */
        NOT_TESTED
    }

    /**
     * What is concerned: a setting, an object type, or an attribute of one; the connector as a whole where all are null.
     *
     * @param attribute by the system's own name
     */
    public record Where(String setting, String objectType, String attribute) {
        public static final Where CONNECTOR = new Where(null, null, null);

        public static Where setting(String name) {
            return new Where(name, null, null);
        }

        public static Where type(String name) {
            return new Where(null, name, null);
        }

        public static Where attribute(String type, String name) {
            return new Where(null, type, name);
        }
    }

    public static ConnectionFinding error(Where where, String what, String advice) {
        return new ConnectionFinding(Severity.ERROR, where, what, advice);
    }

    public static ConnectionFinding warning(Where where, String what, String advice) {
        return new ConnectionFinding(Severity.WARNING, where, what, advice);
    }

    public static ConnectionFinding notTested(Where where, String what, String advice) {
        return new ConnectionFinding(Severity.NOT_TESTED, where, what, advice);
    }
}
