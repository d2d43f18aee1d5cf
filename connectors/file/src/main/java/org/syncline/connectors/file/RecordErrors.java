package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.schema.identity.Anchor;

/** What is wrong with the records of a file, in words an administrator can act on. */
final class RecordErrors {
    private final FileSettings settings;
    private List<DiscoveryError> errors = new ArrayList<>();

    RecordErrors(FileSettings settings) {
        this.settings = settings;
    }

    int count() {
        return errors.size();
    }

    /** The errors found since they were last asked for. */
    List<DiscoveryError> take() {
        List<DiscoveryError> taken = errors;
        errors = new ArrayList<>();
        return taken;
    }

    /** Whether the filter reads the record; a filter that fails is an error of the record. */
    boolean reads(ObjectRecords records, FileRecord record, long line) {
        try {
            return records.reads(record);
        } catch (RuntimeException failed) {
            String message = "the filter of object type '" + records.type().name() + "' fails: " + failed.getMessage();
            add(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, records, records.anchor(record), line, message);
            return false;
        }
    }

    void missingAnchor(ObjectRecords records, long line) {
        String message = "the key (" + records.anchorNames()
                + ") is empty. Give the record its key, or leave it out by a <read> filter.";
        add(DiscoveryError.Code.MISSING_ANCHOR, records, null, line, message);
    }

    void duplicateAnchor(ObjectRecords records, Anchor anchor, long earlier, long line) {
        String key = records.anchorIsSensitive() ? "" : " '" + anchor + "'";
        String message = "the key (" + records.anchorNames() + ")" + key + " stands already in line " + earlier
                + ", which was read; this record was not. Remove one of them, or write rows=\"collect\" if both are one object.";
        add(DiscoveryError.Code.DUPLICATE_ANCHOR, records, anchor, line, message);
    }

    /** Every field of the record that makes no sense. */
    void invalidValues(ObjectRecords records, Anchor anchor, FileRecord record, long line) {
        List<String> complaints = new ArrayList<>();
        for (Field field : records.fields()) {
            if (field.read(record) == null) {
                complaints.add(field.complaint(record));
            }
        }
        String message = String.join("; ", complaints) + ". Correct it; the object stays as it was.";
        add(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, records, anchor, line, message);
    }

    /** @param complaint what is wrong with the word that says what happened */
    void unknownChange(List<ObjectReading> types, FileRecord record, String complaint, long line) {
        ObjectRecords records = types.getFirst().records();
        add(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, records, records.anchor(record), line, complaint);
    }

    void malformed(String complaint, long line) {
        add(DiscoveryError.Code.MALFORMED_ROW, null, null, line, complaint);
    }

    void undecodable(List<ObjectReading> types, FileRecord record, String encoding, long line) {
        String message = "the record has bytes that are no " + encoding + ". Correct them, or the setting 'encoding'.";
        for (ObjectReading type : types) {
            Anchor anchor = type.records().anchor(record);
            if (anchor != null && !MarkingReader.hasMark(anchor.text())) {
                add(DiscoveryError.Code.UNDECODABLE, type.records(), anchor, line, message);
                return;
            }
        }
        add(DiscoveryError.Code.UNDECODABLE, null, null, line, message);
    }

    private void add(DiscoveryError.Code code, ObjectRecords records, Anchor anchor, long line, String message) {
        String type = records == null ? null : records.type().name();
        errors.add(new DiscoveryError(code, type, anchor, settings.place(line), settings.inLine(line) + message));
    }
}
