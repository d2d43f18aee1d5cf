package org.syncline.platform.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures floors in a process of its own, as cold, and after the first as warm, as the one it is compared with. */
final class FloorProcess implements AutoCloseable {
    private static final String PASSWORD = "SYNCLINE_BENCH_FLOOR_PASSWORD";

    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    private FloorProcess(Process process) {
        this.process = process;
        this.questions = new PrintWriter(process.outputWriter(), true);
        this.answers = process.inputReader();
    }

    static FloorProcess start(Target target) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-Xm") || option.startsWith("-XX:+Use"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FloorProcess.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (target instanceof Target.Server server) {
            command.addAll(List.of(server.url(), server.bindDn(), server.parent(),
                    String.valueOf(server.connections())));
            builder.environment().put(PASSWORD, server.password());
        }
        return new FloorProcess(builder.start());
    }

    Floor measure(Path employees) throws IOException {
        questions.println(employees);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("The floor could not be measured; what went wrong stands above");
        }
        return Floor.parse(answer);
    }

    /** Ends the other process, which has nothing to read any more. */
    @Override
    public void close() {
        questions.close();
        process.onExit().join();
    }

    /** The other process: of a server its url, bind DN, parent entry and number of connections; each line it reads names employees. */
    public static void main(String[] arguments) throws IOException {
        Target target = arguments.length == 0
                ? new Target.Embedded()
                : new Target.Server(arguments[0], arguments[1], System.getenv(PASSWORD), arguments[2],
                        Integer.parseInt(arguments[3]));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in));
        for (String employees = questions.readLine(); employees != null; employees = questions.readLine()) {
            System.out.println(Floor.measure(Path.of(employees), target).text());
        }
    }
}
