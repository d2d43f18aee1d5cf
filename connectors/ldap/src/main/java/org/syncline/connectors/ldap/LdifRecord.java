package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.TrailingSpaceBehavior;
import com.unboundid.util.StaticUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of one LDIF record (RFC 2849), not yet understood.
 *
 * @param line number of the first of them, from 1
 * @param lines each character one byte of the file
 */
record LdifRecord(int line, List<String> lines) {
    private static final Pattern CHANGE = Pattern.compile("(?i)changetype:.*");
    private static final Pattern FROM_URL = Pattern.compile("[\\w;.-]+:<.*");

    /** Why a record cannot be an entry. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean isEncoding;

        private Unreadable(boolean isEncoding, String message) {
            super(message);
            this.isEncoding = isEncoding;
        }

        boolean isEncoding() {
            return isEncoding;
        }
    }

    /** What it says. */
    Entry entry() throws Unreadable {
        for (String bytes : lines) {
            if (!StaticUtils.isValidUTF8(bytes.getBytes(StandardCharsets.ISO_8859_1))) {
                throw new Unreadable(true, "it holds bytes that are no UTF-8; write other values in base64");
            }
        }
        if (lines.stream().anyMatch(text -> CHANGE.matcher(text).matches())) {
            throw new Unreadable(false, "it describes a change; the file must hold whole entries");
        }
        if (lines.stream().anyMatch(text -> FROM_URL.matcher(text).matches())) {
            throw new Unreadable(false,
                    "it takes a value from another file (':<'), which is not allowed; write the value here");
        }
        return decoded();
    }

    /** What it says; empty if it cannot be an entry. */
    Optional<Entry> readable() {
        try {
            return Optional.of(entry());
        } catch (Unreadable leftOut) {
            return Optional.empty();
        }
    }

    private Entry decoded() throws Unreadable {
        String[] text = lines.stream()
                .map(bytes -> new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .toArray(String[]::new);
        try {
            return LDIFReader.decodeEntry(true, TrailingSpaceBehavior.RETAIN, null, text);
        } catch (LDIFException malformed) {
            throw new Unreadable(false, malformed.getMessage());
        }
    }
}
