package org.syncline.connectors.sql;

import java.util.List;
import org.syncline.connectors.spi.SettingDefinition;

/** The settings an administrator can write, with what they mean. */
final class SettingNames {
    static final String URL = "url";
    static final String EMBEDDED_START = "embedded-start";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String PROPERTIES = "properties";
    static final String ZONE = "zone";
    static final String TIMEOUT = "timeout";
    static final String TABLE = "table";
    static final String QUERY = "query";
    static final String OWNER = "owner";
    static final String INSERT = "insert";
    static final String UPDATE = "update";
    static final String DELETE = "delete";
    static final String WATERMARK = "watermark";
    static final String OVERLAP = "overlap";
    static final String DELETED = "deleted";
    static final String CHANGES = "changes";
    static final String CHANGES_ORDER = "changes-order";
    static final String CHANGES_CONSUMED = "changes-consumed";
    static final String CHANGE_TRACKING = "change-tracking";

    static final List<SettingDefinition> OF_CONNECTOR = List.of(
            SettingDefinition.required(URL,
                    "JDBC address of the database, such as jdbc:postgresql://db.example.com/hr; or embedded:FILE."),
            SettingDefinition.optional(EMBEDDED_START,
                    "SQL statements that make an embedded database before it is first used.", null),
            SettingDefinition.transport(USER, "Who logs in; not needed where the driver finds out.", null),
            SettingDefinition.secret(PASSWORD, "The password of the user."),
            SettingDefinition.transport(PROPERTIES,
                    "Further properties of the driver, as name=value, separated by semicolons.", null),
            SettingDefinition.optional(ZONE, "The zone of points in time in columns that say none.", "UTC"),
            SettingDefinition.transport(TIMEOUT, "How long a statement may take, such as PT5M.", "PT5M"));

    static final List<SettingDefinition> OF_OBJECT_TYPE = List.of(
            SettingDefinition.optional(TABLE,
                    "The table or view of the objects, such as hr.person. The name of the object type if not given.",
                    null),
            SettingDefinition.optional(QUERY,
                    "A query that is read in the place of the table; exports write to the table.", null),
            SettingDefinition.transport(INSERT,
                    "A statement or call that adds an object, with parameters such as :login for attributes.", null),
            SettingDefinition.transport(UPDATE,
                    "A statement or call that changes an object, with parameters for attributes and :anchor.", null),
            SettingDefinition.transport(DELETE,
                    "A statement or call that deletes an object, with the parameter :anchor.", null),
            SettingDefinition.optional(DELETED,
                    "A column that marks deleted rows: true, a number other than 0, or the time of the deletion.",
                    null),
            SettingDefinition.optional(WATERMARK,
                    "Finds changes by a column that grows with each: a time, a number, a row version.", null),
            SettingDefinition.optional(OVERLAP,
                    "How far back changes are read again, because transactions may be committed late: a time such as"
                            + " PT5M, or a number. PT5M or 1000 if not given.",
                    null),
            SettingDefinition.optional(CHANGES,
                    "Finds changes by a table or view with a row for each, which has the columns of the anchor.", null),
            SettingDefinition.optional(CHANGES_ORDER, "The column of the changes that grows with each.", null),
            SettingDefinition.transport(CHANGES_CONSUMED,
                    "Whether changes that were read are deleted: true or false.", "false"),
            SettingDefinition.optional(CHANGE_TRACKING,
                    "Whether changes are found by SQL Server's change tracking: true or false.", "false"));

    static final List<SettingDefinition> OF_ATTRIBUTE = List.of(
            SettingDefinition.optional(TABLE,
                    "The side table of the values, one row each, of an attribute that may have several.", null),
            SettingDefinition.optional(OWNER,
                    "The columns of the side table that hold the anchor of the object, separated by spaces."
                            + " The anchor's own columns if not given.",
                    null),
            SettingDefinition.optional(WATERMARK,
                    "Finds added and changed rows of the side table by a column that grows with each, beside the"
                            + " watermark of the object type.",
                    null));

    private SettingNames() {}
}
