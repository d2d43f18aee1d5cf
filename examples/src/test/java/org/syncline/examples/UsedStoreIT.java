package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.app.workspace.Workspace;

/** A store that is not for this program to use now: it says so, and touches nothing. */
class UsedStoreIT {
    private static final String OF_THE_FUTURE = """
            insert into databasechangelog(id, author, filename, dateexecuted, orderexecuted, exectype)
            values ('from-the-future', 'syncline', 'future.xml', now(), 9999, 'EXECUTED')""";

    @TempDir
    private Path temporary;

    private ConfigurationFolder example;

    @BeforeEach
    void copy() {
        example = ConfigurationFolder.example(temporary.resolve("example"));
    }

    @Test
    void aStoreOfANewerVersion() throws SQLException {
        example.run().endedWith(0);
        try (Connection connection = StoredRows.connect(example); Statement statement = connection.createStatement()) {
            statement.executeUpdate(OF_THE_FUTURE);
        }
        StoredRows rows = StoredRows.of(example);
        Command refused = example.run().endedWith(2);
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("was written by a newer version of Syncline (it knows from-the-future)"),
                refused.err());
        example.show("errors").endedWith(2);
        assertEquals(rows, StoredRows.of(example));
    }

    @Test
    void aFolderThatAnotherProcessUses() {
        try (Workspace ours = Workspace.open(example.path(), Map.of(), Clock.systemUTC())) {
            Command second = new Launcher(Map.of()).run("run", example.path().toString(), "--json").endedWith(2);
            assertEquals("", second.out());
            assertTrue(second.err().startsWith("syncline: Another process (pid " + ProcessHandle.current().pid()),
                    second.err());
            assertEquals(0, ours.store().runHistory().steps(1).size());
        }
        new Launcher(Map.of()).run("run", example.path().toString()).endedWith(0);
    }
}
