package org.syncline.platform.store.encoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.CountedChange;
import org.syncline.platform.engine.run.Counter;

/** A page of counted objects as bytes: compressed, since titles of one directory are much alike. */
public final class CountedEncoding {
    private CountedEncoding() {}

    public static byte[] encode(List<Counted> page) {
        ByteWriter writer = new ByteWriter();
        writer.number(page.size());
        for (Counted counted : page) {
            writer.text(counted.counter().text());
            writer.text(counted.connector());
            writer.number(counted.object());
            writer.text(counted.title());
        }
        page.forEach(counted -> encode(writer, counted.changes()));
        return compressed(writer.toBytes());
    }

    private static void encode(ByteWriter writer, List<CountedChange> changes) {
        writer.number(changes.size());
        for (CountedChange change : changes) {
            writer.text(change.attribute());
            encodeTexts(writer, change.added());
            encodeTexts(writer, change.removed());
        }
    }

    private static void encodeTexts(ByteWriter writer, List<String> texts) {
        writer.number(texts.size());
        texts.forEach(writer::text);
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(compressed, deflater)) {
            stream.write(bytes);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    /** The changes come after all objects: pages that were written before they were kept have none. */
    public static List<Counted> decode(byte[] bytes) {
        ByteReader reader = new ByteReader(decompressed(bytes));
        List<Counted> page = new ArrayList<>();
        for (int count = reader.count(); count > 0; count--) {
            page.add(new Counted(Counter.of(reader.text()), reader.text(), reader.number(), reader.text()));
        }
        if (!reader.isAtEnd()) {
            page.replaceAll(counted -> new Counted(counted.counter(), counted.connector(), counted.object(),
                    counted.title(), decodeChanges(reader)));
        }
        return page;
    }

    private static List<CountedChange> decodeChanges(ByteReader reader) {
        List<CountedChange> changes = new ArrayList<>();
        for (int count = reader.count(); count > 0; count--) {
            changes.add(new CountedChange(reader.text(), decodeTexts(reader), decodeTexts(reader)));
        }
        return changes;
    }

    private static List<String> decodeTexts(ByteReader reader) {
        List<String> texts = new ArrayList<>();
        for (int count = reader.count(); count > 0; count--) {
            texts.add(reader.text());
        }
        return texts;
    }

    private static byte[] decompressed(byte[] bytes) {
        try (InflaterInputStream stream = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException("The objects of a step cannot be read", exception);
        }
    }
}
