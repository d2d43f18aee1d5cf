package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.NearestName;

/** The columns of a file by name. */
public final class Columns {
    private final String file;
    private final boolean isClosed;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    private Columns(String file, boolean isClosed) {
        this.file = file;
        this.isClosed = isClosed;
    }

    /**
     * Columns that are all known.
     *
     * @param file for messages
     */
    public Columns(String file, List<String> names) {
        this(file, true);
        names.forEach(name -> append(name.strip()));
    }

    /** Columns of a file that has any, as they are met or asked for. */
    public static Columns asTheyCome(String file) {
        return new Columns(file, false);
    }

    /** The place of a column, which is a new one if there was none of this name. */
    public int add(String name) {
        int known = indexOf(name);
        return known < 0 ? append(name) : known;
    }

    private int append(String name) {
        names.add(name);
        indexes.putIfAbsent(name, names.size() - 1);
        return names.size() - 1;
    }

    public int count() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    public String name(int index) {
        return names.get(index);
    }

    /** The place of a column, or -1 if there is none. */
    public int indexOf(String name) {
        return indexes.getOrDefault(name, -1);
    }

    /**
     * The place of a column that must be there once.
     *
     * @param user what needs it, for the message
     */
    int index(String name, String user) {
        int index = isClosed ? indexOf(name) : add(name);
        if (index < 0) {
            throw invalid("has no column '" + name + "', which " + user + " needs" + guess(name) + " Its columns are: "
                    + all() + ".");
        }
        if (names.lastIndexOf(name) != index) {
            throw invalid("has the column '" + name + "', which " + user + " needs, twice: as column " + (index + 1)
                    + " and as column "
                    + (names.lastIndexOf(name) + 1) + ". Rename one of them.");
        }
        return index;
    }

    private String guess(String name) {
        return NearestName.among(names, name).map(nearest -> "; did you mean '" + nearest + "'?").orElse(".");
    }

    private String all() {
        return String.join(", ", names);
    }

    private ConnectorException invalid(String message) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "The file '" + file + "' " + message);
    }
}
