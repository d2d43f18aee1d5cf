package org.syncline.examples;

/** The example as it lies in its folder: with a database that runs in the program. */
class HrDatabaseOnH2IT extends HrDatabaseExample {
    private static final String START = "data/hr-start.sql";

    @Override
    HrDatabase database(ConfigurationFolder folder) {
        folder.write(START, HrDatabase.withCalendar(folder.read(START)));
        return new HrDatabase("jdbc:h2:file:" + folder.store().toAbsolutePath().resolve("hr"));
    }
}
