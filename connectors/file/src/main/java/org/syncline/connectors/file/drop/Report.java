package org.syncline.connectors.file.drop;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.syncline.connectors.spi.DiscoveryError;

/**
 * Tells whoever dropped a file what was wrong with it, in a text of its own in the folder {@code failed}. That single errors cannot be
 * written stops nothing: the run history tells the same.
 */
final class Report implements AutoCloseable {
    private static final String OF_ROWS = ".errors.txt";
    private static final String OF_FILE = ".rejected.txt";

    private final DropSettings settings;
    private final DroppedFile file;
    private final Consumer<String> remarks;
    private BufferedWriter errors;
    private boolean failed;

    /** @param remarks receives why it could not be written */
    Report(DropSettings settings, DroppedFile file, Consumer<String> remarks) {
        this.settings = settings;
        this.file = file;
        this.remarks = remarks;
    }

    /** What was reported when the file was read before no longer counts. */
    void begin() {
        writing(() -> {
            Files.deleteIfExists(path(settings, file, OF_ROWS));
            Files.deleteIfExists(path(settings, file, OF_FILE));
        });
    }

    /** Whether nothing of a file counts. */
    static boolean isRejected(DropSettings settings, DroppedFile file) {
        return Files.exists(path(settings, file, OF_FILE));
    }

    private static Path path(DropSettings settings, DroppedFile file, String kind) {
        return settings.path().resolve(Journal.FAILED).resolve(Journal.numbered(file.number(), file.name()) + kind);
    }

    /** These could not be read; the rest of the file counts. */
    void add(List<DiscoveryError> unreadable) {
        if (unreadable.isEmpty()) {
            return;
        }
        writing(() -> {
            if (errors == null) {
                errors = open(OF_ROWS);
                errors.write("This was not taken from " + file.name()
                        + "; everything else was. Correct it and drop it again.\n");
            }
            for (DiscoveryError error : unreadable) {
                errors.write(error.message() + "\n");
            }
        });
    }

    /**
     * Nothing of the file counts.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if that cannot be kept
     */
    void reject(String why) {
        try (BufferedWriter rejected = open(OF_FILE)) {
            rejected.write("Nothing was taken from " + file.name() + ". " + why + "\n");
        } catch (IOException failure) {
            throw DropTrouble.unusable(settings, "rejecting the file '" + file.name() + "'", failure);
        }
    }

    private BufferedWriter open(String kind) throws IOException {
        Path path = path(settings, file, kind);
        Files.createDirectories(path.getParent());
        return Files.newBufferedWriter(path);
    }

    @Override
    public void close() {
        if (errors != null) {
            writing(errors::close);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void writing(Writing what) {
        if (failed) {
            return;
        }
        try {
            what.run();
        } catch (IOException failure) {
            failed = true;
            remarks.accept("What is wrong in the file '" + file.name() + "' cannot be written to '" + Journal.FAILED
                    + "': " + DropTrouble.reason(failure) + ". The errors of this step tell it.");
        }
    }
}
