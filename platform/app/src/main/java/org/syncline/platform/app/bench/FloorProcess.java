package org.syncline.platform.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the floor in a process of its own, as cold as the one it is compared with. */
final class FloorProcess {
    private static final String PASSWORD = "SYNCLINE_BENCH_FLOOR_PASSWORD";

    private FloorProcess() {}

    static Floor run(Path employees, Target target) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-Xm") || option.startsWith("-XX:+Use"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FloorProcess.class.getName()));
        command.add(employees.toString());
        if (target instanceof Target.Server server) {
            command.addAll(List.of(server.url(), server.bindDn(), server.parent(),
                    String.valueOf(server.connections())));
        }
        return start(command, target);
    }

    private static Floor start(List<String> command, Target target) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (target instanceof Target.Server server) {
            builder.environment().put(PASSWORD, server.password());
        }
        Process process = builder.start();
        try (BufferedReader answer = process.inputReader()) {
            String line = answer.readLine();
            if (process.waitFor() != 0 || line == null) {
                throw new IllegalStateException("The floor could not be measured; what went wrong stands above");
            }
            String[] seconds = line.split(" ");
            return new Floor(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]),
                    Double.parseDouble(seconds[2]));
        }
    }

    /** The other process: employees, and for a server its url, bind DN, parent entry and number of connections. */
    public static void main(String[] arguments) {
        Target target = arguments.length == 1
                ? new Target.Embedded()
                : new Target.Server(arguments[1], arguments[2], System.getenv(PASSWORD), arguments[3],
                        Integer.parseInt(arguments[4]));
        Floor floor = Floor.measure(Path.of(arguments[0]), target);
        System.out.println(floor.read() + " " + floor.write() + " " + floor.readBack());
    }
}
