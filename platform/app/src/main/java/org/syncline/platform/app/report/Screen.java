package org.syncline.platform.app.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command prints.
 *
 * @param colours whether what is printed may be coloured
 * @param progress whether lines on {@code err} may be overwritten, to show progress
 */
public record Screen(PrintWriter out, PrintWriter err, boolean colours, boolean progress) {

    /** Of this process; colours and progress only where a person looks at them. */
    public static Screen of(PrintWriter out, PrintWriter err) {
        return new Screen(out, err, isTerminal(1) && System.getenv("NO_COLOR") == null, isTerminal(2));
    }

    /** The console of the JDK answers only if input and output both are terminals; one of them may be a file. */
    private static boolean isTerminal(int descriptor) {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchDevices) {
            return System.console() != null;
        }
    }

    /** A text in a style of picocli, such as {@code red} or {@code bold}, where colours are wanted. */
    public String styled(String style, String text) {
        return colours ? Ansi.ON.new Text("@|" + style + " " + text.replace("|@", "| @") + "|@").toString() : text;
    }
}
