package org.syncline.connectors.ldap.directory;

import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.util.ByteStringBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The changes of an embedded directory since its LDIF file was written, as LDIF change records in {@code FILE.ldif.changes}.
 *
 * <p>Changes are appended and forced to the disk at the end of each exported page, which costs what changed and not what exists. A
 * page ends with a mark; what stands after the last mark was never reported as done and is not read again. The journal carries an id
 * so that a file that already contains its changes can say so. The journal is also the lock that keeps a second process away.
 */
final class ChangeJournal implements AutoCloseable {
    private static final String ID = "# changes ";
    private static final String MARK = "\n# end of page\n";
    private static final int AS_LONG_AS_IT_IS = 0;

    private final FileChannel channel;
    private final ByteStringBuffer page = new ByteStringBuffer();
    private String id;
    private long end;

    private ChangeJournal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the journal, or returns null if somebody else has it. */
    static ChangeJournal open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.CREATE);
        if (!isLocked(channel)) {
            channel.close();
            return null;
        }
        return new ChangeJournal(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException takenInThisProcess) {
            return false;
        }
    }

    /** What a process that ended before it could fold its changes left behind: the complete pages, or an empty text. */
    String leftBehind() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (content.hasRemaining() && channel.read(content, content.position()) >= 0) {
            continue;
        }
        String text = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
        int end = text.lastIndexOf(MARK);
        return end < 0 ? "" : text.substring(0, end + 1);
    }

    /** The id of a journal's text. */
    static String id(String text) {
        return text.startsWith(ID) ? text.substring(ID.length(), text.indexOf('\n')) : "";
    }

    /** The id of the changes since the last {@link #restart}; null if there are none. */
    String id() {
        return id;
    }

    /** Whether nothing was appended that is not on the disk. */
    boolean isEmpty() {
        return page.isEmpty();
    }

    void append(LDIFChangeRecord change) {
        change.toLDIF(page, AS_LONG_AS_IT_IS);
        page.append('\n');
    }

    /** Forces the changes appended since the last call to the disk; when that fails, the next call tries them again. */
    void endPage() throws IOException {
        if (isEmpty()) {
            return;
        }
        String name = id == null ? UUID.randomUUID().toString() : id;
        String heading = id == null ? ID + name + "\n\n" : "";
        long position = write(heading.getBytes(StandardCharsets.UTF_8), end);
        position = write(page.toByteArray(), position);
        position = write(MARK.getBytes(StandardCharsets.UTF_8), position);
        channel.force(true);
        id = name;
        end = position;
        page.clear();
    }

    private long write(byte[] bytes, long start) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = start;
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        return position;
    }

    /** Forgets everything; the LDIF file contains it. */
    void restart() throws IOException {
        channel.truncate(0);
        channel.force(true);
        id = null;
        end = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
