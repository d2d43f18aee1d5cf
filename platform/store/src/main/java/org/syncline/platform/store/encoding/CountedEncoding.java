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
        return compressed(writer.toBytes());
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

    public static List<Counted> decode(byte[] bytes) {
        ByteReader reader = new ByteReader(decompressed(bytes));
        List<Counted> page = new ArrayList<>();
        for (int count = reader.count(); count > 0; count--) {
            page.add(new Counted(Counter.of(reader.text()), reader.text(), reader.number(), reader.text()));
        }
        return page;
    }

    private static byte[] decompressed(byte[] bytes) {
        try (InflaterInputStream stream = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException("The objects of a step cannot be read", exception);
        }
    }
}
