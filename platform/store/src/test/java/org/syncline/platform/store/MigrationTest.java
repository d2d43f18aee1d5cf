package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.Changelog.State;

/** A store is made by a script, brought up to date by Liquibase, and left alone when it is newer. */
class MigrationTest {
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void leavesNothingToDoForLiquibaseInANewStore() throws Exception {
        assertEquals(State.NEW, Changelog.state(connection, "here"));
        Migration.run(connection, Dialect.H2, "here");
        assertEquals(State.CURRENT, Changelog.state(connection, "here"));

        Liquibase liquibase =
                new Liquibase(Changelog.MASTER, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
        liquibase.validate();
        assertEquals(List.of(), liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()));
    }

    @Test
    void addsWhatAnOlderStoreLacks() throws Exception {
        Migration.run(connection, Dialect.H2, "here");
        execute("drop table watermark");
        execute("delete from databasechangelog where id = 'watermark'");
        assertEquals(State.BEHIND, Changelog.state(connection, "here"));

        Migration.run(connection, Dialect.H2, "here");
        assertEquals(State.CURRENT, Changelog.state(connection, "here"));
        execute("select position from watermark");
    }

    @Test
    void leavesANewerStoreAlone() throws Exception {
        Migration.run(connection, Dialect.H2, "here");
        execute("update databasechangelog set id = 'of-tomorrow' where id = 'watermark'");

        StoreException refused =
                assertThrows(StoreException.class, () -> Migration.run(connection, Dialect.H2, "here"));
        assertTrue(refused.getMessage().contains("newer version of Syncline"), refused.getMessage());
        assertTrue(refused.getMessage().contains("of-tomorrow"), refused.getMessage());
    }

    @Test
    void catchesUpAlsoWhereAProcessDiedWhileItDid() throws Exception {
        Migration.run(connection, Dialect.H2, "here");
        execute("drop table watermark");
        execute("delete from databasechangelog where id = 'watermark'");
        execute("create table databasechangeloglock (id int primary key, locked boolean not null, lockgranted timestamp,"
                + " lockedby varchar(255))");
        execute("insert into databasechangeloglock values (1, true, now(), 'the dead')");

        Migration.run(connection, Dialect.H2, "here");
        assertEquals(State.CURRENT, Changelog.state(connection, "here"));
    }

    @Test
    void leavesTheTablesOfOthersAlone() throws Exception {
        Migration.run(connection, Dialect.H2, "here");
        execute("update databasechangelog set filename = 'com/example/crm.xml'");

        StoreException refused =
                assertThrows(StoreException.class, () -> Migration.run(connection, Dialect.H2, "here"));
        assertTrue(refused.getMessage().contains("another application (com/example/crm.xml)"), refused.getMessage());
    }
}
