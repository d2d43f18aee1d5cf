package org.syncline.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The configuration of AdventureWorks with its HR file, ready to run. */
record AdventureWorks(ConfigurationFolder folder) {

    /** In a folder that does not exist yet; skips the test where there is no HR file. */
    static AdventureWorks in(Path path) {
        Path employees = SharedData.find("adventure-works/employees.csv");
        AdventureWorks works = new AdventureWorks(ConfigurationFolder.copy(ConfigurationFolder.ADVENTURE_WORKS, path));
        works.put(employees);
        return works;
    }

    private void put(Path employees) {
        try {
            hr().write(Files.readAllBytes(employees));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** With everything loaded: all people and groups are in the directory. */
    AdventureWorks loaded() {
        folder.run().endedWith(0);
        return this;
    }

    /** The same state in another folder. */
    AdventureWorks copyTo(Path path) {
        return new AdventureWorks(ConfigurationFolder.copy(folder.path(), path));
    }

    HrFile hr() {
        return new HrFile(folder.file("data/employees.csv"));
    }

    DirectoryFile directory() {
        return new DirectoryFile(folder.file("data/directory.ldif"));
    }

    /** What the directory holds, to be compared with the file. */
    AccountsOfHr accounts() {
        return new AccountsOfHr(hr(), directory().people(), directory().groups(), UnaryOperator.identity());
    }
}
