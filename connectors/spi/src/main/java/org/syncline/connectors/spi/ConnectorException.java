package org.syncline.connectors.spi;

/** A connected system failed as a whole. The message is for the administrator: what, where, what to do. */
public final class ConnectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** A setting is missing or makes no sense. */
        INVALID_SETTING,
        /** The system cannot be reached, or a file cannot be opened. */
        NO_START_CONNECTION,
        /** The system refuses the credentials. */
        NO_START_CREDENTIALS,
        /** The connection broke, or the stream ended too early. */
        STOPPED_CONNECTIVITY,
        /** The watermark is not accepted (any longer). */
        FULL_IMPORT_REQUIRED,
        /** The connector does not declare the capability asked for. */
        NOT_SUPPORTED
    }

    private final Code code;

    public ConnectorException(Code code, String message) {
        this(code, message, null);
    }

    public ConnectorException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
