package org.syncline.platform.engine.export;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Makes secrets up when they are sent: letters, digits and signs, at least one of each, none that are mistaken for another. */
final class GeneratedSecrets {
    private static final String[] KINDS =
            {"abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "!#$%*+-.:=?@_"};
    private static final String ALL = String.join("", KINDS);

    /** Random numbers are drawn many at a time, since each draw costs as much as the sending of a value. */
    private static final int DRAWN = 4096;

    private final SecureRandom source = new SecureRandom();
    private final ByteBuffer drawn = ByteBuffer.allocate(DRAWN).limit(0);
    private final RandomGenerator random = this::nextNumber;

    String next(int length) {
        char[] secret = new char[length];
        for (int at = 0; at < length; at++) {
            secret[at] = pick(at < KINDS.length ? KINDS[at] : ALL);
        }
        shuffle(secret);
        return new String(secret);
    }

    private long nextNumber() {
        if (!drawn.hasRemaining()) {
            source.nextBytes(drawn.clear().array());
        }
        return drawn.getLong();
    }

    private char pick(String from) {
        return from.charAt(random.nextInt(from.length()));
    }

    private void shuffle(char[] secret) {
        for (int at = secret.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            char moved = secret[at];
            secret[at] = secret[other];
            secret[other] = moved;
        }
    }
}
