package org.syncline.connectors.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorException.Code;

/** What can be wrong with a file as a whole. */
public final class FileTrouble {
    private FileTrouble() {}

    static ConnectorException missing(FileSettings settings) {
        return new ConnectorException(
                Code.NO_START_CONNECTION,
                "There is no file " + settings.path() + ". Put it there, or correct the setting 'file' ("
                        + settings.file()
                        + ", relative to the configuration folder).");
    }

    static ConnectorException noFolder(FileSettings settings) {
        return new ConnectorException(
                Code.NO_START_CONNECTION,
                "There is no folder " + settings.path().getParent() + " to write the file '" + settings.file()
                        + "' into. Create it, or correct the setting 'file'.");
    }

    static ConnectorException vanished(FileSettings settings, Path backup) {
        return new ConnectorException(
                Code.NO_START_CONNECTION,
                "There is no file " + settings.path() + " any more, although its last version is " + backup
                        + ". Put it back; only if it shall begin anew, remove that version too.");
    }

    /** @param wanted what should stand in it */
    public static ConnectorException empty(FileSettings settings, String wanted) {
        return new ConnectorException(
                Code.NO_START_CONNECTION,
                "The file " + settings.path() + " is empty; " + wanted
                        + " should stand in it. Was its export cut short? Put the whole file there and run the step again.");
    }

    static ConnectorException unreadable(FileSettings settings, IOException cause) {
        return new ConnectorException(
                Code.NO_START_CONNECTION, "The file " + settings.path() + " cannot be opened: " + reason(cause), cause);
    }

    static ConnectorException brokenOff(FileSettings settings, IOException cause) {
        return new ConnectorException(
                Code.STOPPED_CONNECTIVITY,
                "Reading the file " + settings.path() + " broke off: " + reason(cause) + ". Run the step again.",
                cause);
    }

    static ConnectorException changed(FileSettings settings) {
        return new ConnectorException(
                Code.STOPPED_CONNECTIVITY,
                "The file " + settings.path()
                        + " was changed while it was read. Run the step again when it is complete;"
                        + " let its writer write beside it and rename it at the end.");
    }

    static ConnectorException unwritable(FileSettings settings, IOException cause) {
        return new ConnectorException(
                Code.STOPPED_CONNECTIVITY,
                "The file " + settings.path() + " cannot be written: " + reason(cause) + ". It is as it was before.",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied. Give the account Syncline runs under the right to it";
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
    }
}
