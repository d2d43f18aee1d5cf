package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.file.ChangeWords.Meaning;
import org.syncline.connectors.spi.ImportedChange;

/** Finds the records of a file of changes that say that their objects are gone: by a word, or because no object type reads them any more. */
final class ChangeReading {
    private final ChangeWords words;
    private final List<ObjectReading> types;
    private final RecordErrors errors;

    ChangeReading(ChangeWords words, List<ObjectReading> types, RecordErrors errors) {
        this.words = words;
        this.types = types;
        this.errors = errors;
    }

    /** What is gone by a record, which is nothing if it is wrong; empty if it shows objects as they are now. */
    Optional<List<ImportedChange>> gone(FileRecord record, long line) {
        Meaning meaning = words.of(record);
        if (meaning == Meaning.UNKNOWN) {
            errors.unknownChange(types, record, words.complaint(record), line);
            return Optional.of(List.of());
        }
        int errorsBefore = errors.count();
        List<ObjectReading> readers =
                types.stream().filter(type -> errors.reads(type.records(), record, line)).toList();
        if (errors.count() > errorsBefore) {
            return Optional.of(List.of());
        }
        return meaning == Meaning.EXISTS && !readers.isEmpty()
                ? Optional.empty()
                : Optional.of(deletions(record, line, meaning, readers.isEmpty() ? types : readers));
    }

    private List<ImportedChange> deletions(FileRecord record, long line, Meaning meaning,
            List<ObjectReading> concerned) {
        List<ImportedChange> deletions = new ArrayList<>();
        for (ObjectReading type : concerned) {
            type.gone(record).ifPresentOrElse(deletions::add, () -> {
                if (meaning == Meaning.GONE) {
                    errors.missingAnchor(type.records(), line);
                }
            });
        }
        return deletions;
    }
}
