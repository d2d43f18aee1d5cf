package org.syncline.connectors.ldap;

import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;

/** A folder of change records for another system: each page is a file that is there as a whole or not at all. The names ascend. */
final class ChangeFolder {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'changes-'uuuuMMdd'T'HHmmssSSS'Z.ldif'").withZone(ZoneOffset.UTC);
    private static final String PART = ".changes.part";
    private static final int COLUMNS = 76;

    private final Path folder;

    ChangeFolder(Path folder) {
        this.folder = folder;
    }

    void write(List<LDIFChangeRecord> records) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION, "There is no folder " + folder
                    + " to write changes into. Create it, or correct the setting '" + LdifConnectorFactory.CHANGES
                    + "'.");
        }
        Path part = folder.resolve(PART);
        try {
            write(records, part);
            Files.move(part, folder.resolve(name(Files.getLastModifiedTime(part).toInstant())),
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(List<LDIFChangeRecord> records, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                LDIFWriter writer = new LDIFWriter(Channels.newOutputStream(channel))) {
            writer.setWrapColumn(COLUMNS);
            writer.writeVersionHeader();
            for (LDIFChangeRecord record : records) {
                writer.writeChangeRecord(record);
            }
            writer.flush();
            channel.force(true);
        }
    }

    /** The time it was written, or what follows the last name where clocks went back. */
    private String name(Instant written) throws IOException {
        String name = NAME.format(written);
        Optional<String> last = last();
        return last.isEmpty() || last.get().compareTo(name) < 0
                ? name
                : NAME.format(NAME.parse(last.get(), Instant::from).plusMillis(1));
    }

    private Optional<String> last() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("changes-\\d{8}T\\d{9}Z\\.ldif"))
                    .max(String::compareTo);
        }
    }
}
