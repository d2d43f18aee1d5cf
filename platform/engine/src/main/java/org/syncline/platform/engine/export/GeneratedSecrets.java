package org.syncline.platform.engine.export;

import java.security.SecureRandom;

/** Makes secrets up when they are sent: letters, digits and signs, at least one of each, none that are mistaken for another. */
final class GeneratedSecrets {
    private static final String[] KINDS =
            {"abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "!#$%*+-.:=?@_"};
    private static final String ALL = String.join("", KINDS);

    private final SecureRandom random = new SecureRandom();

    String next(int length) {
        char[] secret = new char[length];
        for (int at = 0; at < length; at++) {
            secret[at] = pick(at < KINDS.length ? KINDS[at] : ALL);
        }
        shuffle(secret);
        return new String(secret);
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
