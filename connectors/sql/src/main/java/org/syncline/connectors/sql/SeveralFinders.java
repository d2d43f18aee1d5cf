package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.Watermark;

/**
 * Changes of the objects' own rows and of their side tables, each found by its own column; an object may be found more than once.
 *
 * @param byTable by what marks are told apart
 */
record SeveralFinders(Map<String, ChangeFinder> byTable) implements ChangeFinder {
    SeveralFinders {
        byTable = new TreeMap<>(byTable);
    }

    @Override
    public String mark(Connection connection) throws SQLException {
        Map<String, String> marks = new TreeMap<>();
        for (Map.Entry<String, ChangeFinder> finder : byTable.entrySet()) {
            marks.put(finder.getKey(), finder.getValue().mark(connection));
        }
        return text(marks);
    }

    private static String text(Map<String, String> marks) {
        return new Marks(marks).watermark().value();
    }

    private static Marks marks(String text) {
        return Marks.of(new Watermark(text));
    }

    @Override
    public PageSource since(String mark, Connection connection, int pageSize) throws SQLException {
        Marks marks = marks(mark);
        List<PageSource> sources = new ArrayList<>();
        for (Map.Entry<String, ChangeFinder> finder : byTable.entrySet()) {
            sources.add(finder.getValue().since(marks.of(finder.getKey()), connection, pageSize));
        }
        return new OneAfterTheOther(sources);
    }

    @Override
    public String next(String mark, String now) {
        Marks before = marks(mark);
        Marks current = marks(now);
        Map<String, String> marks = new TreeMap<>();
        byTable.forEach((name, finder) -> marks.put(name, finder.next(before.of(name), current.of(name))));
        return text(marks);
    }

    @Override
    public Optional<String> remark(String mark, String now) {
        Marks before = marks(mark);
        Marks current = marks(now);
        return byTable.entrySet().stream()
                .map(finder -> finder.getValue().remark(before.of(finder.getKey()), current.of(finder.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Pages of several sources. */
    private record OneAfterTheOther(List<PageSource> sources) implements PageSource {

        @Override
        public Optional<ImportPage> next() throws SQLException {
            for (PageSource source : sources) {
                Optional<ImportPage> page = source.next();
                if (page.isPresent()) {
                    return page;
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() throws SQLException {
            for (PageSource source : sources) {
                source.close();
            }
        }
    }
}
