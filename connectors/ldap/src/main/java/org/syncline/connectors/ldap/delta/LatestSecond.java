package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How far entries have been read by their times, which are whole seconds: up to a second, and what has been read of that very second,
 * in which more may still change.
 */
final class LatestSecond {
    static final String NEVER = "19700101000000Z";
    private static final Pattern TEXT = Pattern.compile("\\d{14}Z( [A-Za-z0-9+/]{16})*");
    private static final int SECOND = "uuuuMMddHHmmss".length();
    private static final int HASH = 12;

    private final String begin;
    private final Set<String> readBefore = new LinkedHashSet<>();
    private final Set<String> readAtLatest = new TreeSet<>();
    private String latest;

    LatestSecond(String second) {
        this.begin = second;
        this.latest = second;
    }

    /** What {@link #text} gave. */
    static LatestSecond parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw Watermarks.fullImportRequired("The watermark is no time", null);
        }
        List<String> parts = List.of(text.split(" "));
        LatestSecond read = new LatestSecond(parts.getFirst());
        read.readBefore.addAll(parts.subList(1, parts.size()));
        read.readAtLatest.addAll(read.readBefore);
        return read;
    }

    String text() {
        return readAtLatest.isEmpty() ? latest : latest + " " + String.join(" ", readAtLatest);
    }

    /** The second with which the next reading begins. */
    String begin() {
        return begin;
    }

    /**
     * Notes an entry.
     *
     * @param as what it was read as
     * @return whether it was not read before as it is now
     */
    boolean isNews(String as, Entry entry) {
        String time = entry.getAttributeValue(ModifyTime.TIME).substring(0, SECOND) + "Z";
        String hash = hash(as, entry);
        if (time.compareTo(latest) > 0) {
            latest = time;
            readAtLatest.clear();
        }
        if (time.equals(latest)) {
            readAtLatest.add(hash);
        }
        return !readBefore.contains(hash);
    }

    private static String hash(String as, Entry entry) {
        try {
            byte[] content = (as + "\n" + entry.toLDIFString()).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, HASH));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java knows SHA-256", absent);
        }
    }
}
