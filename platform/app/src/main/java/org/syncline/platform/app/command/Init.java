package org.syncline.platform.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.platform.app.init.Directory;
import org.syncline.platform.app.init.Interview;
import org.syncline.platform.app.init.NewFolder;
import org.syncline.platform.app.init.PeopleFile;
import org.syncline.platform.app.init.PeopleFile.Wanted;
import org.syncline.platform.app.init.Questions;
import org.syncline.platform.app.report.Screen;
import org.syncline.platform.engine.connection.Connectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code syncline init}: a configuration folder to begin with. */
@Command(
        name = "init",
        description = "Writes a new configuration folder that keeps a directory in step with an HR file (CSV).",
        footer = {
                "%nAt a terminal it asks for what no option says; otherwise the file must tell it. Examples:",
                "  syncline init contoso",
                "  syncline init contoso --people employees.csv",
                "  syncline init contoso --people employees.csv --server ldaps://dc1.contoso.com --base dc=contoso,dc=com "
                        + "--bind-dn cn=sync,dc=contoso,dc=com"})
final class Init implements Callable<Integer> {
    private static final String EMBEDDED = "embedded:.syncline/directory.ldif";

    @ParentCommand
    private Root root;

    @Parameters(paramLabel = "FOLDER", description = "The folder to write; new, or empty.")
    private Path folder;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            description = "The HR file; its first row names the columns.")
    private Path people;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The column with the number of an employee.")
    private String id;

    @Option(names = "--given-name", paramLabel = "COLUMN", description = "The column with the given name.")
    private String givenName;

    @Option(names = "--family-name", paramLabel = "COLUMN", description = "The column with the family name.")
    private String familyName;

    @Option(names = "--mail", paramLabel = "COLUMN", description = "The column with the mail address.")
    private String mail;

    @Option(names = "--department", paramLabel = "COLUMN", description = "The column with the department.")
    private String department;

    @Option(names = "--manager", paramLabel = "COLUMN", description = "The column with the number of the manager.")
    private String manager;

    @Option(names = "--status", paramLabel = "COLUMN", description = "The column that says who left.")
    private String status;

    @Option(
            names = "--left",
            paramLabel = "TEXT",
            description = "What stands there for those who left (default: left).")
    private String left;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The directory: ldap://host or ldaps://host. Default: one inside Syncline, to try things out.")
    private String server;

    @Option(
            names = "--base",
            paramLabel = "DN",
            description = "The base of the directory (default: dc=example,dc=com).")
    private String base;

    @Option(names = "--bind-dn", paramLabel = "DN", description = "Who writes to the directory.")
    private String bindDn;

    @Override
    public Integer call() throws IOException {
        refuseUsedFolder();
        Questions questions = new Questions(person(), root.screen().err());
        try {
            write(questions);
        } catch (Questions.Unanswered unanswered) {
            throw new CommandLineProblem(unanswered.getMessage());
        }
        return ExitCode.CLEAN;
    }

    private void write(Questions questions) throws IOException {
        PeopleFile file = peopleFile(PeopleFile.place(people, questions));
        Interview interview = new Interview(file, questions);
        Map<Wanted, String> columns = interview.columns(givenColumns());
        left = interview.left(left, columns);
        Directory directory = Directory.of(new Directory(server, base, bindDn), questions);
        List<String> written = new NewFolder(folder, answers(file, columns, directory)).write();
        Screen screen = root.screen();
        screen.out().println("Wrote " + folder + ":");
        written.forEach(name -> screen.out().println("  " + name));
        columns.forEach((wanted, column) -> screen.out()
                .println("Column " + column + " is taken for " + wanted.option() + "."));
        screen.out().println();
        screen.out().println("Next:");
        for (String next : List.of("check", "test", "run")) {
            screen.out().println("  syncline " + next + " " + folder);
        }
    }

    private void refuseUsedFolder() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            Optional<Path> first = content.findFirst();
            if (first.isPresent()) {
                throw new CommandLineProblem("'" + folder + "' is not empty, " + first.get().getFileName()
                        + " is in it; name a new folder");
            }
        }
    }

    private PeopleFile peopleFile(Path people) {
        Connectors connectors = new Connectors(Path.of("."), name -> Optional.empty(), Clock.systemUTC());
        try {
            return PeopleFile.read(people, connectors.factory("delimited-text").orElseThrow());
        } catch (ConnectorException unreadable) {
            throw new CommandLineProblem("--people: " + unreadable.getMessage());
        }
    }

    private Map<Wanted, String> givenColumns() {
        Map<Wanted, String> given = new EnumMap<>(Wanted.class);
        Stream.of(Wanted.values()).filter(wanted -> option(wanted) != null)
                .forEach(wanted -> given.put(wanted, option(wanted)));
        return given;
    }

    private String option(Wanted wanted) {
        return switch (wanted) {
            case ID -> id;
            case GIVEN_NAME -> givenName;
            case FAMILY_NAME -> familyName;
            case MAIL -> mail;
            case DEPARTMENT -> department;
            case MANAGER -> manager;
            case STATUS -> status;
        };
    }

    /** Who can be asked; null if nobody sits at a terminal. */
    private BufferedReader person() {
        return root.screen().progress() && System.console() != null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : null;
    }

    private Map<String, String> answers(PeopleFile file, Map<Wanted, String> columns, Directory directory) {
        Map<String, String> answers = new HashMap<>();
        columns.forEach((wanted, column) -> {
            answers.put(wanted.option(), PeopleFile.attribute(column));
            answers.put(wanted.option() + "-column", column);
        });
        answers.put("name", folder.toAbsolutePath().normalize().getFileName().toString());
        answers.put("file", place(file.path()));
        answers.put("base", directory.base());
        answers.put("left", left.toLowerCase(Locale.ROOT));
        answers.put("server", directory.server() == null ? EMBEDDED : directory.server());
        if (!file.separator().equals(",")) {
            answers.put("separator", file.separator());
        }
        if (directory.server() == null) {
            answers.put("embedded", "true");
        }
        if (directory.bindDn() != null) {
            answers.put("bind-dn", directory.bindDn());
        }
        return answers;
    }

    /** As the connector file names it: a file inside the folder relative to it, any other as a whole. */
    private String place(Path file) {
        Path within = folder.toAbsolutePath().normalize();
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(within) ? within.relativize(whole) : whole).toString().replace('\\', '/');
    }
}
