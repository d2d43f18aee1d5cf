package org.syncline.platform.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    private static final Request REQUEST = new Request("ann", List.of("rules", "diff", "größe", "1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheFolderOfTheStore() throws IOException {
        Files.createDirectory(folder.resolve(".syncline"));
    }

    @Test
    void theProcessThatFollowsAnswers() throws IOException {
        String long100k = "é".repeat(100_000);
        try (Control control = Control.open(folder, request -> new Answer(
                3, request.user() + request.arguments() + long100k, "err"))) {
            for (int time = 0; time < 3; time++) {
                assertEquals(Optional.of(new Answer(3, "ann" + REQUEST.arguments() + long100k, "err")),
                        Control.ask(folder, REQUEST));
            }
        }
    }

    @Test
    void nobodyAnswersWhereNobodyFollows() throws IOException {
        assertEquals(Optional.empty(), Control.ask(folder, REQUEST));
        Control.open(folder, request -> new Answer(0, "", "")).close();
        assertFalse(Files.exists(folder.resolve(".syncline/control")));
        assertEquals(Optional.empty(), Control.ask(folder, REQUEST));
    }

    @Test
    void aNoteOfAProcessThatDiedIsNone() throws IOException {
        Files.writeString(folder.resolve(".syncline/control"), folder.resolve("gone").toString());
        assertEquals(Optional.empty(), Control.ask(folder, REQUEST));
    }

    @Test
    void anAnswerThatBreaksOffIsAnError() throws IOException {
        try (Control control = Control.open(folder, request -> {
            throw new IllegalStateException("broken");
        })) {
            assertThrows(IOException.class, () -> Control.ask(folder, REQUEST));
        }
    }
}
