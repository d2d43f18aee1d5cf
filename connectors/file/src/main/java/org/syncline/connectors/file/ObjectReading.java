package org.syncline.connectors.file;

import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.AnchorsSeen;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/** Makes objects of one type of records: one of each, or one of all that share an anchor. */
final class ObjectReading {
    private final ObjectRecords records;
    private final RecordErrors errors;
    private final boolean mayRepeat;
    private final AnchorsSeen seen = new AnchorsSeen();
    private final CollectedObjects collected;

    /** @param mayRepeat whether an object may stand in several records, of which the last one counts */
    ObjectReading(ObjectRecords records, RecordErrors errors, boolean mayRepeat) {
        this.records = records;
        this.errors = errors;
        this.mayRepeat = mayRepeat;
        this.collected = new CollectedObjects(records);
    }

    ObjectRecords records() {
        return records;
    }

    /** The object in a record; null if the record is not read, is wrong, or is collected until the end. */
    ImportedChange read(FileRecord record, long line) {
        if (!errors.reads(records, record, line)) {
            return null;
        }
        Anchor anchor = records.anchor(record);
        if (records.collects()) {
            collect(anchor, record, line);
            return null;
        }
        return anchor == null ? missing(line) : first(anchor, record, line);
    }

    private ImportedChange missing(long line) {
        errors.missingAnchor(records, line);
        return null;
    }

    private ImportedChange first(Anchor anchor, FileRecord record, long line) {
        long earlier = mayRepeat ? 0 : seen.seen(anchor, line);
        if (earlier > 0) {
            errors.duplicateAnchor(records, anchor, earlier, line);
            return null;
        }
        Attributes attributes = attributes(anchor, record, line);
        return attributes == null ? null : new ImportedChange.Whole(anchor, attributes);
    }

    private Attributes attributes(Anchor anchor, FileRecord record, long line) {
        Attributes.Builder builder = Attributes.builder(records.type());
        boolean complete = true;
        for (Field field : records.fields()) {
            Content content = field.read(record);
            complete &= content != null;
            if (complete) {
                builder.set(field.attribute(), content);
            }
        }
        if (!complete) {
            errors.invalidValues(records, anchor, record, line);
            return null;
        }
        return builder.build();
    }

    private void collect(Anchor anchor, FileRecord record, long line) {
        if (anchor != null && !collected.add(anchor, record)) {
            errors.invalidValues(records, anchor, record, line);
        }
    }

    /** That the object of a record is gone; empty if it has no anchor. */
    Optional<ImportedChange> gone(FileRecord record) {
        return Optional.ofNullable(records.anchor(record))
                .map(anchor -> new ImportedChange.Deleted(records.type().name(), anchor));
    }

    /** The objects that many records make up together; asked for when all records have been read. */
    List<ImportedChange> collected() {
        return collected.objects();
    }
}
