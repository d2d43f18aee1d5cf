package org.syncline.platform.app.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.syncline.platform.app.bench.Database;
import org.syncline.platform.app.bench.Phase;
import org.syncline.platform.app.bench.Plan;
import org.syncline.platform.app.bench.Scenario;
import org.syncline.platform.app.bench.Target;
import org.syncline.platform.app.company.Company;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline bench}: how fast is it here? */
@Command(
        name = "bench",
        description = {
                "Measures how fast this machine takes made-up people from a file into a directory.",
                "The floor is what the libraries alone take for the same reading and writing."},
        footer = {
                "%nScenarios:",
                "  straight-line  everything new, nothing new, and a little, each beside the floor",
                "  no-change      full synchronization of both systems with nothing to change, three times",
                "  leavers        --changes people leave (default: one in a hundred)",
                "  rule-change    the flow of one attribute of everybody is written otherwise",
                "  what-if        what such a change of few, and of everybody, would do, beside full synchronizations; 60 flows",
                "  reload         rules of a folder with 270 XML, 20 Drools and 10 Groovy files and 100 rule tests (of fewer people",
                "                 than 10000: fewer) are saved; seconds until they are current, as objects the files parsed or compiled;",
                "                 then full synchronizations, in turns of five seconds alone and with a file saved (floors: the slowdown)",
                "  large-group    everybody is in one department, and one person more comes",
                "  wide-rows      as many rows of 40 columns and 2 KB as --people says, in a file and in a table (of --database), are",
                "                 imported with nothing changed; the floor is a bare loop that reads every column",
                "  directory      only with --target: everybody, all in one group, is exported and read; a hundred entries are changed",
                "                 behind our back; one member leaves; first of a tenth of the people, then of all. The floors of export and",
                "                 imports are the libraries', those of a delta the same delta among a tenth of the entries",
                "%nBelow the base of a server, ou=syncline-bench and ou=syncline-bench-floor are made, and deleted in the end.",
                "The password is read from the environment, from SYNCLINE_SECRET_BENCH unless --password-env says otherwise."})
final class Bench implements Callable<Integer> {
    private static final String PASSWORD = "SYNCLINE_SECRET_BENCH";

    @ParentCommand
    private Root root;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many people (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "straight-line",
            description = "What to measure, see below (default: ${DEFAULT-VALUE}).")
    private String scenario;

    @Option(names = "--changes", paramLabel = "N", description = "How many people change, where some do.")
    private Integer changes;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often the scenario directory is played with all people (default: ${DEFAULT-VALUE}); Java is warm after the first.")
    private int rounds;

    @ArgGroup(exclusive = false)
    private ServerOptions server;

    @ArgGroup(exclusive = false)
    private DatabaseOptions database;

    @Option(names = "--json", description = "Print one JSON object for each phase.")
    private boolean json;

    /** The server to fill, instead of the embedded directory. */
    private static final class ServerOptions {
        @Option(
                names = "--target",
                required = true,
                paramLabel = "URL",
                description = "A directory server: ldap://host:389.")
        private String url;

        @Option(names = "--bind-dn", required = true, paramLabel = "DN", description = "Who writes there.")
        private String bindDn;

        @Option(names = "--base", required = true, paramLabel = "DN", description = "An entry to work below.")
        private String base;

        @Option(
                names = "--password-env",
                paramLabel = "NAME",
                defaultValue = PASSWORD,
                description = "The environment variable with the password (default: ${DEFAULT-VALUE}).")
        private String passwordVariable;

        @Option(
                names = "--connections",
                paramLabel = "N",
                defaultValue = "4",
                description = "How many write at once (default: ${DEFAULT-VALUE}).")
        private int connections;
    }

    /** The database that has the rows, instead of one inside Syncline. */
    private static final class DatabaseOptions {
        @Option(
                names = "--database",
                required = true,
                paramLabel = "URL",
                description = "A database in which a table is made and dropped: jdbc:postgresql://host/name.")
        private String url;

        @Option(names = "--database-user", required = true, paramLabel = "NAME", description = "Who logs in there.")
        private String user;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (people < 1) {
            throw new CommandLineProblem("--people is at least 1, not " + people);
        }
        if (rounds < 1) {
            throw new CommandLineProblem("--rounds is at least 1, not " + rounds);
        }
        Scenario chosen = scenario();
        if (!json) {
            root.screen().out().println(Phase.header());
        }
        chosen.play(new Plan(Company.of(people), changes(), rounds, target(chosen), database()), this::print);
        return ExitCode.CLEAN;
    }

    private Scenario scenario() {
        return Arrays.stream(Scenario.values())
                .filter(known -> known.text().equals(scenario))
                .findFirst()
                .orElseThrow(() -> new CommandLineProblem("--scenario is one of "
                        + Arrays.stream(Scenario.values()).map(Scenario::text).collect(Collectors.joining(", "))
                        + ", not '" + scenario + "'"));
    }

    private int changes() {
        int chosen = changes == null ? Math.max(1, people / 100) : changes;
        if (chosen < 1 || chosen >= people) {
            throw new CommandLineProblem("--changes is at least 1 and less than --people, not " + chosen);
        }
        return chosen;
    }

    private Target target(Scenario chosen) {
        if (server == null && chosen.needsServer()) {
            throw new CommandLineProblem("--scenario " + scenario + " measures a server: say which by --target");
        }
        if (server == null) {
            return new Target.Embedded();
        }
        if (!server.url.startsWith("ldap://")) {
            throw new CommandLineProblem("--target is ldap://host:389, not '" + server.url + "'");
        }
        return new Target.Server(server.url, server.bindDn, password(server.bindDn, server.passwordVariable),
                server.base, server.connections);
    }

    private Database database() {
        return database == null
                ? null
                : new Database(database.url, database.user, password(database.user, PASSWORD));
    }

    private static String password(String user, String variable) {
        String password = System.getenv(variable);
        if (password == null) {
            throw new CommandLineProblem("Put the password of " + user + " into the environment variable " + variable);
        }
        return password;
    }

    private void print(Phase phase) {
        root.screen().out().println(json ? phase.json() : phase.line());
        root.screen().out().flush();
    }
}
