package org.syncline.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.syncline.platform.engine.port.StoreException;

/** The change sets this version knows, compared with those a database has had. */
final class Changelog {
    static final String FOLDER = "org/syncline/schema/changelog/";
    static final String MASTER = FOLDER + "store.xml";

    private Changelog() {}

    /** How far a database is. */
    enum State {
        NEW,
        BEHIND,
        CURRENT
    }

    /** Asked at every start, since asking Liquibase takes a second. */
    static State state(Connection connection, String where) throws SQLException {
        Set<String> known = Set.copyOf(named(MASTER, "changeSet", "id"));
        Set<String> applied = applied(connection, where);
        Set<String> unknown = new TreeSet<>(applied);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new StoreException("The store " + where + " was written by a newer version of Syncline (it knows "
                    + String.join(", ", unknown)
                    + "). Start that version, or restore the store from a backup made before");
        }
        return applied.isEmpty() ? State.NEW : applied.equals(known) ? State.CURRENT : State.BEHIND;
    }

    private static Set<String> applied(Connection connection, String where) throws SQLException {
        Map<String, String> applied = new HashMap<>();
        if (isThere(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select id, filename from databasechangelog")) {
                while (result.next()) {
                    applied.put(result.getString(1), result.getString(2));
                }
            }
        }
        demandOurs(applied.values(), where);
        return applied.keySet();
    }

    private static void demandOurs(Collection<String> files, String where) {
        if (!files.isEmpty() && files.stream().noneMatch(file -> file.startsWith(FOLDER))) {
            throw new StoreException("The store " + where + " holds the tables of another application ("
                    + files.iterator().next() + "). Give Syncline a database or a schema of its own");
        }
    }

    /** In this schema: another one may hold another store, or something else that Liquibase made. */
    private static boolean isThere(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String table = data.storesLowerCaseIdentifiers() ? "databasechangelog" : "DATABASECHANGELOG";
        try (ResultSet tables = data.getTables(connection.getCatalog(), connection.getSchema(), table, null)) {
            return tables.next();
        }
    }

    /** The tables of this version. */
    static List<String> tables() {
        return named(MASTER, "createTable", "tableName");
    }

    /** What the elements of a name call themselves. */
    private static List<String> named(String file, String element, String attribute) {
        List<String> found = new ArrayList<>();
        try (InputStream stream = Changelog.class.getClassLoader().getResourceAsStream(file)) {
            XMLStreamReader reader = factory().createXMLStreamReader(stream);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if (name.equals("include")) {
                        found.addAll(named(FOLDER + reader.getAttributeValue(null, "file"), element, attribute));
                    } else if (name.equals(element)) {
                        found.add(reader.getAttributeValue(null, attribute));
                    }
                }
            }
        } catch (IOException | XMLStreamException exception) {
            throw new StoreException("The changelog " + file + " of this version cannot be read", exception);
        }
        return found;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }
}
