package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Another store comes into the file, and everything else in it stays as it was written. */
class SynclineFileTest {
    private static final String EMBEDDED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <store/> is not named here -->
            <syncline xmlns="urn:syncline:1" name="contoso">
              <parameter name="A"   value="1"/>
              <parameter name="B" value="2"/>   <!-- two -->

              <metaverse/>
            </syncline>
            """;
    private static final String SERVED = EMBEDDED.replace("value=\"2\"/>",
            "value=\"2\"/>\n  <store url=\"jdbc:postgresql://db/x?a=1&amp;b=2\" user=\"syncline\" secret=\"store\"/>");

    private static SynclineFile file(String text) {
        return new SynclineFile(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void namesAStoreBehindTheParameters() {
        assertEquals(SERVED,
                text(file(EMBEDDED).withStore("jdbc:postgresql://db/x?a=1&b=2", "syncline", "store")));
    }

    @Test
    void namesAStoreFirstWhereThereAreNoParameters() {
        assertEquals("<syncline>\r\n  <store url=\"u\" user=\"me\"/>\r\n  <metaverse/>\r\n</syncline>",
                text(file("<syncline>\r\n  <metaverse/>\r\n</syncline>").withStore("u", "me", null)));
    }

    @Test
    void replacesTheStoreThatIsNamed() {
        assertEquals("<syncline><!-- 1 -->  <store url=\"u\" user=\"me\"/><metaverse/></syncline>",
                text(file("<syncline><!-- 1 -->  <store url='old' user='old'></store><metaverse/></syncline>")
                        .withStore("u", "me", null)));
    }

    @Test
    void takesTheNamedStoreAway() {
        assertEquals(EMBEDDED, text(file(SERVED).withEmbeddedStore()));
        assertEquals(EMBEDDED, text(file(EMBEDDED).withEmbeddedStore()));
    }

    @Test
    void keepsTheEncoding() {
        String western = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<syncline name=\"caf\u00e9\">\n</syncline>";
        assertArrayEquals(
                western.replace("caf\u00e9\">", "caf\u00e9\">\n  <store url=\"u\" user=\"me\"/>")
                        .getBytes(StandardCharsets.ISO_8859_1),
                new SynclineFile(western.getBytes(StandardCharsets.ISO_8859_1)).withStore("u", "me", null));
    }
}
