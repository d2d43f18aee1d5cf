package org.syncline.platform.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.store.encoding.ByteReader;
import org.syncline.platform.store.encoding.ByteWriter;
import org.syncline.platform.store.encoding.DeltaEncoding;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.Delta;

/** The pages that were sent and have no recorded outcome, one row each: the objects, and behind them what was sent of each. */
final class InFlightTable {
    private final Session session;
    private final Numbers numbers;
    private final TypeNumbers types;

    private record Page(long mark, byte[] objects, byte[] images) {}

    InFlightTable(Session session, Numbers numbers, TypeNumbers types) {
        this.session = session;
        this.numbers = numbers;
        this.types = types;
    }

    long mark(String connector, Collection<SentImage> images) {
        long mark = numbers.reserve("in-flight", 1);
        insert(mark, connector, images);
        return mark;
    }

    private void insert(long mark, String connector, Collection<SentImage> images) {
        ByteWriter objects = new ByteWriter();
        ByteWriter sent = new ByteWriter();
        objects.number(images.size());
        for (SentImage image : images) {
            Layout layout = types.writing(connector, image.type());
            objects.number(image.object());
            sent.number(layout.typeNumber());
            DeltaEncoding.write(image.sent(), layout, sent);
        }
        session.update("history.mark-in-flight",
                "insert into in_flight (id, connector, objects, sent) values (?, ?, ?, ?)",
                parameters -> parameters.put(mark).put(connector).put(objects.toBytes()).put(sent.toBytes()));
    }

    void clear(long mark) {
        session.update("history.clear-in-flight", "delete from in_flight where id = ?",
                parameters -> parameters.put(mark));
    }

    Map<Long, SentImage> of(String connector) {
        Map<Long, SentImage> images = new TreeMap<>();
        pages(connector).forEach(page -> images(connector, page).forEach(image -> images.put(image.object(), image)));
        return images;
    }

    void settle(String connector, Set<Long> settled) {
        for (Page page : pages(connector)) {
            List<SentImage> images = images(connector, page);
            List<SentImage> left = images.stream().filter(image -> !settled.contains(image.object())).toList();
            if (left.size() < images.size()) {
                clear(page.mark);
                if (!left.isEmpty()) {
                    insert(page.mark, connector, left);
                }
            }
        }
    }

    private List<Page> pages(String connector) {
        return session.list("history.in-flight",
                "select id, objects, sent from in_flight where connector = ? order by id",
                parameters -> parameters.put(connector), row -> new Page(row.number(), row.bytes(), row.bytes()));
    }

    /** A page of before images were kept has none. */
    private List<SentImage> images(String connector, Page page) {
        ByteReader objects = new ByteReader(page.objects);
        ByteReader sent = page.images == null ? null : new ByteReader(page.images);
        List<SentImage> images = new ArrayList<>();
        for (int count = objects.count(); count > 0; count--) {
            long object = objects.number();
            Layout layout = sent == null ? null : types.reading(sent.count());
            images.add(sent == null
                    ? new SentImage(object, null, Delta.none())
                    : new SentImage(object, layout.type(), DeltaEncoding.read(layout, sent)));
        }
        return images;
    }
}
