package org.syncline.platform.store.encoding;

import java.util.function.IntPredicate;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;
import org.syncline.schema.identity.Values;

/** The contents of attributes that hold something, each behind its number. */
final class AttributesEncoding {
    private AttributesEncoding() {}

    static void write(Attributes attributes, Layout layout, IntPredicate kept, ByteWriter to) {
        int size = attributes.type().size();
        int count = 0;
        for (int index = 0; index < size; index++) {
            count += isWritten(attributes, index, kept) ? 1 : 0;
        }
        to.number(count);
        for (int index = 0; index < size; index++) {
            if (isWritten(attributes, index, kept)) {
                write(layout.number(index), attributes.get(index), to);
            }
        }
    }

    private static boolean isWritten(Attributes attributes, int index, IntPredicate kept) {
        return attributes.get(index).isPresent() && kept.test(index);
    }

    private static void write(int number, Content content, ByteWriter to) {
        if (content instanceof Values several) {
            to.number((long) number << 1 | 1);
            ValueEncoding.write(several.asList(), to);
        } else {
            to.number((long) number << 1);
            ValueEncoding.write((Value) content, to);
        }
    }

    static Attributes.Builder read(Layout layout, ByteReader from) {
        Attributes.Builder builder = Attributes.builder(layout.type());
        for (int count = from.count(); count > 0; count--) {
            int header = from.count();
            Content content = (header & 1) == 0 ? ValueEncoding.read(from) : Content.of(ValueEncoding.readAll(from));
            int index = layout.index(header >>> 1);
            if (index >= 0) {
                builder.set(index, content);
            }
        }
        return builder;
    }
}
