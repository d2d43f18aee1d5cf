package org.syncline.platform.app.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How a command ended, and what it printed. */
public record Answer(int code, String out, String err) {

    static Answer read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        return new Answer(in.readInt(), text(in), text(in));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    void write(OutputStream stream) throws IOException {
        DataOutputStream output = new DataOutputStream(stream);
        output.writeInt(code);
        write(output, out);
        write(output, err);
        output.flush();
    }

    private static void write(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }
}
