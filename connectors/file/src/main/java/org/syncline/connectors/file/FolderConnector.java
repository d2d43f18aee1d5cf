package org.syncline.connectors.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.syncline.connectors.file.drop.DropFolder;
import org.syncline.connectors.file.drop.DropSettings;
import org.syncline.connectors.file.drop.DroppedFile;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Reads the files that are dropped into one folder. */
final class FolderConnector implements Connector {
    private final FileSettings settings;
    private final Function<FileSettings, FileFormat> formats;
    private final ChangeWords words;
    private final DropFolder folder;

    /** @param formats the format of a file of these settings */
    FolderConnector(
            FileSettings settings, DropSettings drop, ChangeWords words, Function<FileSettings, FileFormat> formats) {
        this.settings = settings;
        this.formats = formats;
        this.words = words;
        this.folder = new DropFolder(drop, this::open);
    }

    private ImportPages open(DroppedFile dropped, int pageSize) {
        FileSettings file = settings.of(dropped.name(), dropped.path());
        return switch (dropped.kind()) {
            case FULL -> FileImport.open(file, formats.apply(file), pageSize);
            case CHANGES -> FileImport.ofChanges(file, formats.apply(file), words, pageSize);
            case DELETIONS -> FileImport.ofChanges(
                    file.ofAnchors(), formats.apply(file.ofAnchors()), ChangeWords.OF_DELETIONS, pageSize);
        };
    }

    @Override
    public ImportPages read(ImportRequest request) {
        return folder.read(request);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        throw notSupported("Reading a single object");
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        throw notSupported("An export");
    }

    @Override
    public List<String> remarks() {
        return folder.remarks();
    }

    @Override
    public void close() {}

    private ConnectorException notSupported(String what) {
        return new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                what + " is not supported by the folder '" + settings.file() + "', whose files are only read.");
    }
}
