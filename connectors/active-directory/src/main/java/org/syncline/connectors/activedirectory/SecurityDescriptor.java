package org.syncline.connectors.activedirectory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Who may do what with an object: the access control entries of its security descriptor (MS-DTYP 2.4.6). */
final class SecurityDescriptor {
    /** Deletes the object. */
    static final int DELETE = 0x10000;
    /** Deletes objects directly in it. */
    static final int DELETE_CHILD = 0x2;
    /** Does what a control access right names. */
    static final int CONTROL_ACCESS = 0x100;

    private static final int GENERIC_ALL = 0x10000000;
    private static final int PLACE_OF_ENTRIES = 16;
    private static final int INHERITED_BY_CHILDREN_ONLY = 0x8;
    private static final int NAMES_RIGHT = 0x1;
    private static final int NAMES_CHILDREN = 0x2;
    private static final int GUID = 16;

    private final List<Ace> entries;

    /**
     * One entry.
     *
     * @param right that it is about; null for all
     * @param account a security identifier in hexadecimal digits
     */
    private record Ace(boolean allows, int mask, byte[] right, String account) {
        boolean concerns(int wanted, byte[] named, Set<String> accounts) {
            boolean isAbout = (mask & (wanted | GENERIC_ALL)) != 0 && accounts.contains(account);
            return isAbout && (right == null || Arrays.equals(right, named));
        }
    }

    private SecurityDescriptor(List<Ace> entries) {
        this.entries = entries;
    }

    static SecurityDescriptor of(byte[] bytes) {
        ByteBuffer descriptor = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int list = descriptor.getInt(PLACE_OF_ENTRIES);
        List<Ace> entries = new ArrayList<>();
        if (list > 0) {
            int count = Short.toUnsignedInt(descriptor.getShort(list + 4));
            int at = list + 8;
            for (int index = 0; index < count; index++) {
                int size = Short.toUnsignedInt(descriptor.getShort(at + 2));
                add(entries, descriptor, at, size);
                at += size;
            }
        }
        return new SecurityDescriptor(entries);
    }

    private static void add(List<Ace> entries, ByteBuffer descriptor, int at, int size) {
        int kind = descriptor.get(at);
        boolean isOfObject = kind == 5 || kind == 6;
        boolean isPlain = kind == 0 || kind == 1;
        boolean isForChildren = (descriptor.get(at + 1) & INHERITED_BY_CHILDREN_ONLY) != 0;
        if (!isOfObject && !isPlain || isForChildren) {
            return;
        }
        int mask = descriptor.getInt(at + 4);
        int next = at + 8;
        byte[] right = null;
        if (isOfObject) {
            int names = descriptor.getInt(next);
            next += 4;
            if ((names & NAMES_RIGHT) != 0) {
                right = bytes(descriptor, next, GUID);
                next += GUID;
            }
            next += (names & NAMES_CHILDREN) != 0 ? GUID : 0;
        }
        entries.add(new Ace(kind == 0 || kind == 5, mask, right, sid(bytes(descriptor, next, at + size - next))));
    }

    private static byte[] bytes(ByteBuffer buffer, int at, int length) {
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        return bytes;
    }

    /** Without what may stand behind it. */
    private static String sid(byte[] bytes) {
        int length = Math.min(bytes.length, 8 + 4 * bytes[1]);
        return HexFormat.of().formatHex(bytes, 0, length);
    }

    /**
     * Whether one of these accounts may do something: the first entry that is about it decides (MS-DTYP 2.5.3.2).
     *
     * @param right that is named where it is a control access right; null for none
     * @param accounts security identifiers in hexadecimal digits
     */
    boolean allows(int wanted, byte[] right, Set<String> accounts) {
        return entries.stream()
                .filter(entry -> entry.concerns(wanted, right, accounts))
                .findFirst()
                .map(Ace::allows)
                .orElse(false);
    }
}
