package org.syncline.connectors.file.drop;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorException.Code;
import org.syncline.connectors.spi.ImportPage;

/** What can be wrong with a folder as a whole. */
final class DropTrouble {
    private DropTrouble() {}

    static ConnectorException missing(DropSettings settings) {
        return new ConnectorException(Code.NO_START_CONNECTION,
                "There is no folder " + settings.path() + ". Create it, or correct the setting 'folder' ("
                        + settings.folder() + ", relative to the configuration folder).");
    }

    static ConnectorException unusable(DropSettings settings, String doing, IOException cause) {
        return new ConnectorException(Code.NO_START_CONNECTION,
                "In the folder " + settings.path() + ", " + doing + " failed: " + reason(cause)
                        + ". The account Syncline runs under needs the rights to create, rename and delete files there.",
                cause);
    }

    /** @param rejections of files that were dropped */
    static ConnectorException noFile(DropSettings settings, List<ImportPage> rejections) {
        String wanted = settings.hasFullFiles()
                ? "with everything ('" + DropSettings.PATTERN + "')"
                : "with changes ('" + DropSettings.CHANGES + "')";
        String rejected = rejections.stream()
                .flatMap(page -> page.errors().stream())
                .map(error -> " " + error.message())
                .collect(Collectors.joining());
        return new ConnectorException(Code.NO_START_CONNECTION,
                "No file " + wanted + " that can be read has been dropped into the folder " + settings.path()
                        + " yet." + rejected
                        + " Drop one; or write missing-file=\"empty\" if it is right that there is none.");
    }

    static ConnectorException fullFileDropped(DroppedFile file) {
        return fullImportRequired("The file '" + file.name() + "' with everything has been dropped");
    }

    static ConnectorException unknownWatermark(DropSettings settings) {
        return fullImportRequired(
                "Nobody knows any longer which files of the folder " + settings.path() + " have been read");
    }

    static ConnectorException partial(DroppedFile file) {
        return new ConnectorException(Code.NOT_SUPPORTED,
                "The file '" + file.name() + "' changes parts of objects, so that everything cannot be read any more."
                        + " Drop a file with everything.");
    }

    private static ConnectorException fullImportRequired(String why) {
        return new ConnectorException(Code.FULL_IMPORT_REQUIRED, why + ". Run a full import.");
    }

    static String reason(IOException cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
    }
}
