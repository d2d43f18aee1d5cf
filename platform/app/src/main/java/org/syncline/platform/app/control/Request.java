package org.syncline.platform.app.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as it was typed.
 *
 * @param user who typed it
 */
public record Request(String user, List<String> arguments) {
    public Request {
        arguments = List.copyOf(arguments);
    }

    static Request read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        String user = in.readUTF();
        List<String> arguments = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            arguments.add(in.readUTF());
        }
        return new Request(user, arguments);
    }

    void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeUTF(user);
        out.writeInt(arguments.size());
        for (String argument : arguments) {
            out.writeUTF(argument);
        }
        out.flush();
    }
}
