package org.syncline.platform.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.syncline.platform.app.command.Root;
import org.syncline.platform.app.report.Screen;

/** The program: hands the command line to its commands. */
public final class Syncline {
    private Syncline() {}

    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        System.exit(run(Screen.of(new PrintWriter(out, true), new PrintWriter(err, true)), arguments));
    }

    /** Runs a command and returns its exit code. */
    public static int run(Screen screen, String... arguments) {
        return Root.run(screen, arguments);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
