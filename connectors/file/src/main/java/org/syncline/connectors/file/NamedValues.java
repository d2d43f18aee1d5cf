package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;

/** A record as values by name, filled over and over. */
public final class NamedValues implements FileRecord {
    private final Columns columns;
    private final List<List<String>> values = new ArrayList<>();

    public NamedValues(Columns columns) {
        this.columns = columns;
    }

    public void clear() {
        values.forEach(List::clear);
    }

    /** One more value; an empty one is none. */
    public void add(String name, String value) {
        int column = columns.add(name);
        while (values.size() <= column) {
            values.add(new ArrayList<>(1));
        }
        if (!value.isEmpty()) {
            values.get(column).add(value);
        }
    }

    @Override
    public String text(int column) {
        List<String> texts = texts(column);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    @Override
    public List<String> texts(int column) {
        return column < values.size() ? values.get(column) : List.of();
    }

    @Override
    public boolean isRepeated(int column) {
        return texts(column).size() > 1;
    }

    @Override
    public Columns columns() {
        return columns;
    }
}
