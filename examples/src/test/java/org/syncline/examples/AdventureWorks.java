package org.syncline.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
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

    /** What the embedded directory holds now. */
    DirectoryContent directory() {
        return DirectoryContent.read(directoryFile());
    }

    Path directoryFile() {
        return folder.file("data/directory.ldif");
    }

    /** With mail addresses that OpenLDAP takes: in ASCII. */
    AdventureWorks withoutAccentsInMailAddresses() {
        folder.replace("rules/attribute-flow/people.xml", "<import from=\"EmailAddress\" to=\"mail\"/>",
                "<import to=\"mail\">RemoveDiacritics([EmailAddress])</import>");
        return this;
    }

    /** What the embedded directory holds, to be compared with the file. */
    AccountsOfHr accounts() {
        return new AccountsOfHr(
                hr(), directory().ofClass("inetOrgPerson"), directory().ofClass("groupOfNames"),
                UnaryOperator.identity());
    }

    /** What a server holds, after its mail addresses lost their accents. */
    AccountsOfHr accounts(ServedDirectory directory) {
        return new AccountsOfHr(hr(), directory.people(), directory.groups(), AdventureWorks::withoutAccents);
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
