package org.syncline.connectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, its lines and blocks are found and nothing is lost between them. */
class TextPartsTest {
    private static final String ALPHABET = "aab \n\n\n\r\r\uDC80";

    /** A part as it was found. */
    record Found(String text, long line, boolean isBlank, boolean isUndecodable) {}

    /** Gives a few characters at a time, as a network drive may. */
    private static Reader slow(String text) {
        return new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(2, length));
            }
        };
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static List<Found> all(TextParts parts) throws IOException {
        List<Found> found = new ArrayList<>();
        while (parts.advance()) {
            found.add(new Found(parts.text(), parts.line(), parts.isBlank(), parts.isUndecodable()));
        }
        return found;
    }

    private static String joined(List<Found> parts) {
        return String.join("", parts.stream().map(Found::text).toList());
    }

    @Test
    void linesAreThoseOfTheText() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            String text = random(random);
            List<Found> lines = all(new Lines(slow(text)));
            assertEquals(text, joined(lines));
            assertEquals(text.lines().toList(), lines.stream().map(line -> LineEnd.before(line.text())).toList());
            for (int index = 0; index < lines.size(); index++) {
                Found line = lines.get(index);
                assertEquals(new Found(line.text(), index + 1L, line.text().isBlank(), line.text().contains("\uDC80")),
                        line);
            }
        }
    }

    @Test
    void blocksEndWithTheBlankLinesBehindThem() throws IOException {
        Random random = new Random(6);
        for (int round = 0; round < 5_000; round++) {
            String text = random(random);
            List<Found> blocks = all(new Blocks(new Lines(slow(text))));
            assertEquals(text, joined(blocks));
            long line = 1;
            for (Found block : blocks) {
                assertEquals(line, block.line());
                assertTrue(block.isBlank() ? block.text().isBlank() : isOneBlock(block.text()), () -> "in " + blocks);
                line += block.text().lines().count();
            }
            assertTrue(blocks.stream().skip(1).noneMatch(Found::isBlank), () -> "in " + blocks);
        }
    }

    /** Lines with something in them, and then nothing but blank ones. */
    private static boolean isOneBlock(String text) {
        List<Boolean> blank = text.lines().map(String::isBlank).toList();
        return !blank.getFirst() && blank.equals(blank.stream().sorted().toList());
    }

    @Test
    void aLineThatCannotBeHeldIsNotReadAndNotLost() throws IOException {
        String text = "a\n" + "x".repeat(20 << 20) + "\nb\n";
        Lines lines = new Lines(new StringReader(text));
        StringBuilder all = new StringBuilder();
        while (lines.advance()) {
            all.append(lines.text());
            if (lines.line() == 2) {
                assertNotNull(lines.complaint());
            } else {
                assertEquals(null, lines.complaint());
            }
        }
        assertEquals(3, lines.line());
        assertTrue(text.contentEquals(all));
    }
}
