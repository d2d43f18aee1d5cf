package org.syncline.platform.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.company.EmployeeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code syncline sample}: people to try rules on. */
@Command(
        name = "sample",
        description = "Writes the HR file (CSV) of a made-up company, the same every time, to try rules on.")
final class Sample implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many people (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--untidy",
            description = "As real files are: stray blanks, odd capitals, gaps, rows that are nobody.")
    private boolean untidy;

    @Override
    public Integer call() throws IOException {
        if (people < 1) {
            throw new CommandLineProblem("--people is at least 1, not " + people);
        }
        Company company = Company.of(people);
        (untidy ? EmployeeFile.untidy(company) : EmployeeFile.tidy(company)).write(file);
        spec.commandLine().getOut().printf("Wrote %,d people of %,d departments to %s%n",
                people, company.departments(), file);
        return ExitCode.CLEAN;
    }
}
