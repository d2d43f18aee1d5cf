package org.syncline.connectors.file;

import java.nio.charset.CharsetEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;

/** Writes objects of one type as records, and reads each back before it counts: what would come back otherwise is refused. */
final class TargetRecords {
    /** A record, or why there is none. */
    record Written(String text, Anchor anchor, ExportResult.Rejected refusal) {
        private static Written refused(ExportResult.Rejected refusal) {
            return new Written(null, null, refusal);
        }
    }

    private final ObjectRecords objects;
    private final RecordText records;
    private final CharsetEncoder encoder;

    TargetRecords(ObjectRecords objects, RecordText records, TextEncoding encoding) {
        this.objects = objects;
        this.records = records;
        this.encoder = encoding.charset().newEncoder();
    }

    ObjectRecords objects() {
        return objects;
    }

    /** The record of a new object. */
    Written add(Attributes object) {
        Map<Integer, List<String>> values = new LinkedHashMap<>();
        for (Field field : objects.fields()) {
            Content content = object.get(field.attribute());
            if (content.isPresent() || !values.containsKey(field.column())) {
                values.put(field.column(), field.write(content));
            }
        }
        return written(null, values, object, objects.fields());
    }

    /** The record of an object after a change. */
    Written update(String before, List<Delta.AttributeChange> changes) {
        Attributes after = Delta.update(changes).applyTo(attributes(known(before)), objects.type());
        List<Field> changed =
                objects.fields().stream()
                        .filter(field -> changes.stream().anyMatch(change -> change.attribute() == field.attribute()))
                        .toList();
        Map<Integer, List<String>> values = new LinkedHashMap<>();
        changed.forEach(field -> values.put(field.column(), field.write(after.get(field.attribute()))));
        return written(before, values, after, changed);
    }

    /** A record that was read before. */
    private FileRecord known(String text) {
        try {
            return records.read(text);
        } catch (MalformedRecord changed) {
            throw new IllegalStateException(changed);
        }
    }

    private Attributes attributes(FileRecord record) {
        Attributes.Builder builder = Attributes.builder(objects.type());
        for (Field field : objects.fields()) {
            Content content = field.read(record);
            builder.set(field.attribute(), content == null ? Absence.NULL : content);
        }
        return builder.build();
    }

    private Written written(String before, Map<Integer, List<String>> values, Attributes object, List<Field> check) {
        for (Field field : check) {
            if (!values.get(field.column()).stream().allMatch(encoder::canEncode)) {
                return Written.refused(refusal("The value cannot be written in " + encoder.charset()
                        + ". Change it, or the file's encoding.", field));
            }
        }
        String text = records.write(before, values);
        FileRecord back = readBack(text);
        return lost(back, object, check)
                .map(Written::refused)
                .orElseGet(() -> new Written(text, objects.anchor(back), null));
    }

    private FileRecord readBack(String text) {
        try {
            return records.read(text);
        } catch (MalformedRecord lost) {
            return null;
        }
    }

    private Optional<ExportResult.Rejected> lost(FileRecord back, Attributes object, List<Field> check) {
        Optional<Field> lost =
                check.stream().filter(field -> !comesBack(back, field, object.get(field.attribute()))).findFirst();
        if (lost.isPresent()) {
            return lost.map(field -> refusal("The value would be read back as another one: its column holds "
                    + field.format().expected() + records.limits(field.column()) + ".", field));
        }
        if (objects.anchor(back) == null) {
            String message = "The record would have no key (" + objects.anchorNames() + "). Let a flow fill it.";
            return Optional.of(new ExportResult.Rejected(ExportResult.Code.CONSTRAINT_VIOLATION, message, null, null));
        }
        return Optional.empty();
    }

    private static ExportResult.Rejected refusal(String message, Field guilty) {
        return new ExportResult.Rejected(ExportResult.Code.CONSTRAINT_VIOLATION, message, guilty.definition().name(),
                null);
    }

    /** Whether a value reads back as what was written, as far as the file can tell. */
    private boolean comesBack(FileRecord record, Field field, Content content) {
        Content back = record == null ? null : field.read(record);
        return back != null && texts(back).equals(texts(content));
    }

    private List<String> texts(Content content) {
        return content.asList().stream()
                .map(value -> records.stored(value.text()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Whether the filter of the object type would read this record. */
    boolean reads(String text) {
        return reads(known(text));
    }

    /** The anchor of the object of this type in a record, or null if there is none. */
    Anchor anchor(FileRecord record) {
        return reads(record) ? objects.anchor(record) : null;
    }

    /** A record on which the filter fails was not read by an import either. */
    private boolean reads(FileRecord record) {
        try {
            return objects.reads(record);
        } catch (RuntimeException failed) {
            return false;
        }
    }
}
