package org.syncline.connectors.file.drop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.AnchorsSeen;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportedChange;

/**
 * Which change is the latest of each object, among those of several files: a full import tells of each object once. Changes are known by
 * their position, in a few bytes each.
 */
final class LatestChanges {
    private final Map<String, AnchorsSeen> positions = new HashMap<>();
    private int noted;
    private int passed;

    /** Notes the changes of one more file. */
    void note(FilePages file) {
        for (Optional<ImportPage> page = file.next(); page.isPresent(); page = file.next()) {
            for (ImportedChange change : page.get().changes()) {
                if (change instanceof ImportedChange.Patch) {
                    throw DropTrouble.partial(file.file());
                }
                of(change).note(change.anchor(), ++noted);
            }
        }
    }

    /** What of a page with everything still holds. */
    ImportPage unchanged(ImportPage page) {
        return with(page, page.changes().stream().filter(change -> of(change).row(change.anchor()) == 0).toList());
    }

    /** What of a page of changes is the latest that is known of an object that exists; the files are the same and come in the same order. */
    ImportPage latest(ImportPage page) {
        return with(page, page.changes().stream()
                .filter(change -> of(change).row(change.anchor()) == ++passed)
                .filter(change -> !(change instanceof ImportedChange.Deleted))
                .toList());
    }

    private AnchorsSeen of(ImportedChange change) {
        return positions.computeIfAbsent(change.objectType(), type -> new AnchorsSeen());
    }

    private static ImportPage with(ImportPage page, List<ImportedChange> changes) {
        return new ImportPage(changes, page.errors(), page.watermark());
    }
}
