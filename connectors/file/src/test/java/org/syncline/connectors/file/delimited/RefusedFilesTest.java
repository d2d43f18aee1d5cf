package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** What stops a whole import, and what the administrator is told. */
class RefusedFilesTest {
    @TempDir
    Path folder;

    private ConnectorException refused(String text, Map<String, String> settings, ObjectTypeSettings type) {
        return assertThrows(
                ConnectorException.class,
                () -> Reading.of(folder, text.getBytes(StandardCharsets.UTF_8), settings, type));
    }

    private ConnectorException refused(String text) {
        return refused(text, Map.of(), Reading.people(Reading.NAME));
    }

    @Test
    void theConnectorIsFoundByItsType() {
        assertTrue(ServiceLoader.load(ConnectorFactory.class).stream()
                .anyMatch(found -> found.get().type().equals("delimited-text")));
    }

    @Test
    void aMissingFileIsNamedWithItsWholePath() {
        Connector connector = Reading.open(folder, Map.of(), Reading.people(Reading.NAME));
        ConnectorException missing = assertThrows(ConnectorException.class, () -> Reading.of(connector));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, missing.code());
        assertEquals(
                "There is no file " + folder.resolve("hr.csv").toAbsolutePath()
                        + ". Put it there, or correct the setting 'file' (hr.csv, relative to the configuration folder).",
                missing.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n \n", "\uFEFF"})
    void anEmptyFileIsAnErrorAndNeverNoObjects(String text) {
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, refused(text).code());
        Map<String, String> headless = Map.of("header", "false", "columns", "id,name");
        assertEquals(
                ConnectorException.Code.NO_START_CONNECTION,
                refused(text, headless, Reading.people(Reading.NAME)).code());
    }

    @Test
    void aFileWithAHeaderOnlyHasNoObjects() {
        assertEquals(0, Reading.of(folder, "id,name\n", Reading.people(Reading.NAME)).objects().size());
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("hr.csv"));
        Connector connector = Reading.open(folder, Map.of(), Reading.people(Reading.NAME));
        assertEquals(
                ConnectorException.Code.NO_START_CONNECTION,
                assertThrows(ConnectorException.class, () -> Reading.of(connector)).code());
    }

    @Test
    void aMissingColumnIsNamedWithTheNearestAndAllThereAre() {
        ConnectorException refused = refused("id,nmae,title\n1,Ann,Boss\n");
        assertEquals(ConnectorException.Code.INVALID_SETTING, refused.code());
        assertEquals(
                "The file 'hr.csv' has no column 'name', which attribute 'name' of object type 'employee' needs;"
                        + " did you mean 'nmae'? Its columns are: id, nmae, title.",
                refused.getMessage());
    }

    @Test
    void aMissingKeyColumnIsNamed() {
        assertTrue(refused("key,name\n").getMessage()
                .contains("no column 'id', which the anchor of object type 'employee' needs"));
    }

    @Test
    void aColumnThatIsThereTwiceIsNotGuessed() {
        assertTrue(refused("id,name,name\n").getMessage().contains("twice: as column 2 and as column 3"));
    }

    @Test
    void aBrokenHeaderIsRefused() {
        assertTrue(refused("id,\"name\n1,Ann\n").getMessage()
                .startsWith("hr.csv, line 1: A quote is opened here and never closed."));
    }

    @Test
    void aSenselessDateFormatIsRefused() {
        ObjectTypeSettings type = Reading.with(
                Reading.people(AttributeDefinition.single("hired", AttributeType.DATE)),
                each -> new AttributeSettings(each.name(), each.column(), "jjjj-MM", null, null));
        assertTrue(refused("id,hired\n", Map.of(), type).getMessage()
                .startsWith("Attribute 'hired': the format 'jjjj-MM' is no pattern"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "encoding|UTF-9|'encoding' is 'UTF-9', which is not known",
                    "separator|,,|'separator' is ',,'. Write a single character, or tab.",
                    "separator|\"|'separator' and 'quote' are the same character",
                    "quote|''''|'quote' is ''",
                    "header|yes|'header' is 'yes'. Write true or false.",
                    "header|false|'columns' does not name the columns",
                    "columns|id,name|'columns' is given although",
                    "trim|1|'trim' is '1'. Write true or false.",
                    "missing-file|ignore|'missing-file' is 'ignore'. Write error or empty."},
            quoteCharacter = '~')
    void aSettingThatMakesNoSenseIsRefusedWhenTheConnectorIsOpened(String setting, String value, String message) {
        ConnectorException refused = assertThrows(
                ConnectorException.class,
                () -> Reading.open(folder, Map.of(setting, value), Reading.people(Reading.NAME)));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refused.code());
        assertTrue(refused.getMessage().startsWith("Connector 'hr': setting "), refused.getMessage());
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNotTakenForComplete() throws IOException {
        Files.writeString(folder.resolve("hr.csv"), "id,name\n1,Ann\n2,Bob\n");
        Connector connector = Reading.open(folder, Map.of(), Reading.people(Reading.NAME));
        try (ImportPages pages = connector.read(ImportRequest.full(1))) {
            pages.next();
            Files.writeString(folder.resolve("hr.csv"), "id,name\n1,Ann\n2,Bob\n3,Cid\n");
            pages.next();
            ConnectorException changed = assertThrows(ConnectorException.class, pages::next);
            assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, changed.code());
        }
    }

    @Test
    void aFileReplacedWhileItIsReadIsReadToItsEnd() throws IOException {
        Files.writeString(folder.resolve("hr.csv"), "id,name\n1,Ann\n2,Bob\n");
        Connector connector = Reading.open(folder, Map.of(), Reading.people(Reading.NAME));
        try (ImportPages pages = connector.read(ImportRequest.full(1))) {
            pages.next();
            Files.writeString(folder.resolve("next.csv"), "id,name\n9,Zoe\n");
            Files.move(folder.resolve("next.csv"), folder.resolve("hr.csv"), StandardCopyOption.REPLACE_EXISTING);
            assertEquals("2", pages.next().orElseThrow().changes().getFirst().anchor().text());
            assertTrue(pages.next().isEmpty());
        }
    }
}
