package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that {@code syncline init} wrote works at once, from the first account to those who leave. */
class NewFolderIT {
    @TempDir
    private Path temporary;

    @Test
    void keepsTheDirectoryInStep() {
        Path people = temporary.resolve("people.csv");
        Path contoso = temporary.resolve("contoso");
        ConfigurationFolder files = new ConfigurationFolder(temporary);
        files.write("people.csv", people("current"));

        Command.run("init", contoso.toString(), "--people", people.toString()).endedWith(0);
        Command.run("check", contoso.toString(), "--strict").endedWith(0);
        Command.run("test", contoso.toString()).endedWith(0);
        ConfigurationFolder folder = new ConfigurationFolder(contoso);
        assertEquals(2, folder.run().endedWith(0).counted("export-add"));
        DirectoryContent directory = DirectoryContent.read(folder.file(".syncline/directory.ldif"));
        assertEquals("uid=zmueller,ou=People,dc=example,dc=com",
                directory.entry("uid=zmueller2,ou=People,dc=example,dc=com").getAttributeValue("manager"));
        assertEquals(0, folder.run().endedWith(0).written());

        files.write("people.csv", people("left"));
        assertEquals(1, folder.run().endedWith(0).counted("export-rename"));
        assertEquals(0, folder.run().endedWith(0).written());
    }

    private static String people(String second) {
        return "Employee Id;First Name;Last Name;Mail;ManagerId;Status\n"
                + "1;Zoë;Müller;zm@contoso.com;;current\n"
                + "2;Zoë;Müller;zm2@contoso.com;1;" + second + "\n";
    }
}
