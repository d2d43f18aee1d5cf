package org.syncline.connectors.ldap.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ObjectGuidTest {
    private static final byte[] STORED = HexFormat.of().parseHex("ff19966f868b11d0b42d00cf4fc964ff");

    @Test
    void showsTheFirstThreeGroupsWithTheHighestByteFirst() {
        assertEquals("6f9619ff-8b86-d011-b42d-00cf4fc964ff", ObjectGuid.text(STORED));
    }

    @Test
    void isStoredAsItWasRead() {
        assertArrayEquals(STORED, ObjectGuid.bytes(ObjectGuid.text(STORED)));
    }

    @Test
    void otherBytesAreNone() {
        assertNull(ObjectGuid.text(new byte[15]));
    }
}
