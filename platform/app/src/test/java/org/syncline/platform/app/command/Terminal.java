package org.syncline.platform.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.syncline.platform.app.Syncline;
import org.syncline.platform.app.report.Screen;

/** Runs a command as a person would and keeps what it printed. */
public record Terminal(int code, String out, String err) {

    public static Terminal run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Syncline.run(new Screen(new PrintWriter(out), new PrintWriter(err), false, false), arguments);
        return new Terminal(code, out.toString(), err.toString());
    }
}
