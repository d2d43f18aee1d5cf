package org.syncline.connectors.file.delimited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.file.Reading;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** How cells, encodings and dialects are read. */
class DialectTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkWinsOverTheSetting(String encoding) {
        byte[] bytes = "\uFEFFid,name\n1,Zoë 李\n".getBytes(Charset.forName(encoding));
        Reading reading = Reading.of(folder, bytes, Map.of("encoding", "windows-1252"), Reading.people(Reading.NAME));
        assertEquals(List.of("1: Zoë 李"), reading.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15", "UTF-16", "UTF-16LE", "utf8"})
    void readsOtherEncodings(String encoding) {
        Charset charset = encoding.equals("UTF-16") ? StandardCharsets.UTF_16BE : Charset.forName(encoding);
        byte[] bytes = "id,name\n1,Zoë €\n".getBytes(charset);
        Reading reading = Reading.of(folder, bytes, Map.of("encoding", encoding), Reading.people(Reading.NAME));
        assertEquals(List.of("1: Zoë €"), reading.names());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = {"; ;", "tab \t", "| |", ": :"})
    void readsOtherSeparators(String setting, String ignored) {
        char separator = setting.equals("tab") ? '\t' : setting.charAt(0);
        String text = "id,name\n1,'Lee, ''A'' Ann'\n".replace(",", String.valueOf(separator)).replace("'", "\"");
        Reading reading = Reading.of(
                folder, text.getBytes(StandardCharsets.UTF_8), Map.of("separator", setting),
                Reading.people(Reading.NAME));
        assertEquals(List.of("1: Lee" + separator + " \"A\" Ann"), reading.names());
    }

    @Test
    void readsAnotherQuote() {
        Reading reading = Reading.of(
                folder, "id,name\n1,'Lee, \"A\" Ann'\n".getBytes(StandardCharsets.UTF_8), Map.of("quote", "'"),
                Reading.people(Reading.NAME));
        assertEquals(List.of("1: Lee, \"A\" Ann"), reading.names());
    }

    @Test
    void aFileWithoutHeaderHasTheColumnsOfTheSetting() {
        Map<String, String> settings = Map.of("header", "false", "columns", "ignored, id, name");
        byte[] bytes = "x,1,Ann\nx,2,\"B\nob\"\nx,\"3\" y,Cid\n".getBytes(StandardCharsets.UTF_8);
        Reading reading = Reading.of(folder, bytes, settings, Reading.people(Reading.NAME));
        assertEquals(List.of("1: Ann", "2: B\nob"), reading.names());
        assertEquals(List.of("MALFORMED_ROW null null hr.csv:4"), reading.errorPlaces());
    }

    @Test
    void blanksAroundValuesAreKeptUnlessTheyShallBeTrimmed() {
        byte[] bytes = "id, name \n1, Ann  \n2,   \n".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("1:  Ann  ", "2:    "),
                Reading.of(folder, bytes, Map.of(), Reading.people(Reading.NAME)).names());
        assertEquals(
                List.of("1: Ann", "2: null"),
                Reading.of(folder, bytes, Map.of("trim", "true"), Reading.people(Reading.NAME)).names());
    }

    @Test
    void theNullTextStandsForNothing() {
        byte[] bytes = "id,name\n1,NULL\n2,NULLA\n3,\n4,\"\"\n".getBytes(StandardCharsets.UTF_8);
        Reading reading = Reading.of(folder, bytes, Map.of("null-text", "NULL"), Reading.people(Reading.NAME));
        assertEquals(List.of("1: null", "2: NULLA", "3: null", "4: null"), reading.names());
    }

    @ParameterizedTest
    @CsvSource({"BOOLEAN,true,True", "BOOLEAN,YES,True", "BOOLEAN,1,True", "BOOLEAN,False,False", "BOOLEAN,no,False",
            "BOOLEAN, 0 ,False",
            "INTEGER,-42,-42", "INTEGER, 007 ,7", "BINARY,AAEC,AAEC",
            "REFERENCE,adventure-works\\guy1,adventure-works\\guy1",
            "DATE,2006-01-28,2006-01-28T00:00:00Z", "DATE,2006-01-28T08:30:00,2006-01-28T08:30:00Z",
            "DATE,2006-01-28T08:30:00+02:00,2006-01-28T06:30:00Z"})
    void readsTypedValues(AttributeType type, String text, String expected) {
        AttributeDefinition attribute = AttributeDefinition.single("value", type);
        Reading reading = Reading.of(folder, "id,value\n1," + text + "\n", Reading.people(attribute));
        assertEquals(List.of(), reading.errors());
        assertEquals(expected, reading.objects().getFirst().attributes().text("value"));
    }

    @ParameterizedTest
    @CsvSource({"BOOLEAN,ja", "INTEGER,1.0", "INTEGER,9223372036854775808", "BINARY,*", "DATE,28.01.2006",
            "DATE,2006-13-01",
            "DATE,2006-02-29"})
    void refusesWhatIsNoSuchValue(AttributeType type, String text) {
        AttributeDefinition attribute = AttributeDefinition.single("value", type);
        Reading reading = Reading.of(folder, "id,value\n1," + text + "\n", Reading.people(attribute));
        assertEquals(List.of("INVALID_ATTRIBUTE_VALUE employee 1 hr.csv:2"), reading.errorPlaces());
    }

    @ParameterizedTest
    @CsvSource({"yyyy-MM-dd,2006-01-28,2006-01-28T00:00:00Z", "dd.MM.yyyy,28.01.2006,2006-01-28T00:00:00Z",
            "d MMM uuuu,28 Jan 2006,2006-01-28T00:00:00Z", "M/d/yyyy H:mm,1/28/2006 8:30,2006-01-28T08:30:00Z",
            "yyyyMMddHHmmssX,20060128083000+01,2006-01-28T07:30:00Z"})
    void readsDatesByTheirFormat(String format, String text, String expected) {
        AttributeDefinition attribute = AttributeDefinition.single("value", AttributeType.DATE);
        Reading reading = Reading.of(folder, "id,value\n1," + text + "\n",
                Reading.with(Reading.people(attribute), settings -> new AttributeSettings(settings.name(),
                        settings.column(), settings.name().equals("value") ? format : null, null, null)));
        assertEquals(List.of(), reading.errors());
        assertEquals(expected, reading.objects().getFirst().attributes().text("value"));
    }

    @Test
    void aDateThatDoesNotExistIsNotMadeTheNextBestOne() {
        AttributeDefinition attribute = AttributeDefinition.single("value", AttributeType.DATE);
        Reading reading = Reading.of(folder, "id,value\n1,30.02.2006\n", Reading.with(Reading.people(attribute),
                settings -> new AttributeSettings(settings.name(), settings.column(), "dd.MM.yyyy", null, null)));
        assertEquals(1, reading.errors().size());
    }

    @Test
    void aCellOfAMultiValuedAttributeHoldsSeveralValues() {
        AttributeDefinition mail = AttributeDefinition.multi("mail", AttributeType.STRING);
        Attributes object = Reading.of(folder, "id,mail\n1,a@x;b@x;;a@x;\n", Reading.people(mail)).objects().getFirst()
                .attributes();
        assertEquals(List.of("a@x", "b@x"), object.get("mail").asList().stream().map(Value::text).toList());
    }

    @Test
    void aReferenceNamesAKey() {
        AttributeDefinition boss = AttributeDefinition.single("boss", AttributeType.REFERENCE);
        Attributes object =
                Reading.of(folder, "id,boss\n1,2\n", Reading.people(boss)).objects().getFirst().attributes();
        assertEquals(ReferenceValue.toKey("2"), object.get("boss"));
    }
}
