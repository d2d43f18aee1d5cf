package org.syncline.platform.app.init;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.OfferedAttribute;

/**
 * The file that HR writes.
 *
 * @param separator what stands between its columns, as the connector's setting names it
 * @param columns that its first row names
 */
public record PeopleFile(Path path, String separator, List<String> columns) {
    private static final List<String> SEPARATORS = List.of(",", ";", "tab", "|");

    /**
     * Looks at the first row.
     *
     * @param factory of connectors for such files
     * @throws ConnectorException if the file cannot be read
     */
    public static PeopleFile read(Path file, ConnectorFactory factory) {
        List<PeopleFile> readings = new ArrayList<>();
        List<ConnectorException> refusals = new ArrayList<>();
        for (String separator : SEPARATORS) {
            try {
                readings.add(new PeopleFile(file, separator, columns(file, separator, factory)));
            } catch (ConnectorException refused) {
                refusals.add(refused);
            }
        }
        return readings.stream()
                .max(Comparator.comparingInt(people -> people.columns().size()))
                .orElseThrow(refusals::getFirst);
    }

    /**
     * Where the file is: as an option says, or a person who is asked.
     *
     * @param given by option; null if it was not
     * @throws Questions.Unanswered if nobody can be asked
     */
    public static Path place(Path given, Questions questions) {
        if (given != null) {
            return given;
        }
        if (!questions.canAsk()) {
            throw new Questions.Unanswered("Where is the HR file? Say it with --people FILE");
        }
        return Path.of(questions.ask("Where is the HR file (CSV; its first row names the columns)?", null));
    }

    /** A column as the name of an attribute, which has no blanks. */
    public static String attribute(String column) {
        return column.replaceAll("\\s+", "");
    }

    private static List<String> columns(Path file, String separator, ConnectorFactory factory) {
        Map<String, String> settings = Map.of("file", file.toAbsolutePath().toString(), "separator", separator);
        ConnectorSettings hr = new ConnectorSettings("hr", Path.of("."), settings, Map.of(), List.of());
        try (Discovery discovery = factory.discover(hr)) {
            return discovery.types().getFirst().attributes().stream().map(OfferedAttribute::name).toList();
        }
    }

    /** The column that most likely holds what is asked for; null if none looks like it. */
    String guess(Wanted wanted) {
        return wanted.usualNames().stream()
                .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** What is to be found in the columns. */
    public enum Wanted {
        ID("id", true, "the number of an employee",
                "employeeid employeekey employeenumber personnelnumber personid number id"),
        GIVEN_NAME("given-name", true, "the given name", "givenname firstname forename vorname prenom"),
        FAMILY_NAME("family-name", true, "the family name", "familyname lastname surname sn nachname nom"),
        MAIL("mail", false, "the mail address", "mail email emailaddress mailaddress workemail"),
        DEPARTMENT("department", false, "the department", "department departmentname dept abteilung"),
        MANAGER("manager", false, "the number of the manager",
                "managerid manager managerkey parentemployeekey supervisorid"),
        STATUS("status", false, "whether somebody left", "status employeestatus employmentstatus");

        private final String option;
        private final boolean needed;
        private final String meaning;
        private final List<String> usualNames;

        Wanted(String option, boolean needed, String meaning, String usualNames) {
            this.option = option;
            this.needed = needed;
            this.meaning = meaning;
            this.usualNames = Stream.of(usualNames.split(" ")).toList();
        }

        /** As options and templates call it. */
        public String option() {
            return option;
        }

        boolean isNeeded() {
            return needed;
        }

        String meaning() {
            return meaning;
        }

        List<String> usualNames() {
            return usualNames;
        }
    }
}
