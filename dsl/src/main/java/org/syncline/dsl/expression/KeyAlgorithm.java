package org.syncline.dsl.expression;

import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The algorithm of a public key, as the key itself names it (RFC 5280, SubjectPublicKeyInfo).
 *
 * @param oid its object identifier
 * @param parameters encoded in DER, in hexadecimal digits; empty for none
 */
record KeyAlgorithm(String oid, String parameters) {
    private static final int HIGH_BIT = 0x80;
    private static final int LOW_BITS = 0x7f;
    private static final int ARC_BITS = 7;
    private static final int ROOT = 40;

    static KeyAlgorithm of(PublicKey key) {
        byte[] algorithm = content(content(key.getEncoded()));
        byte[] oid = content(algorithm);
        int used = algorithm.length - rest(algorithm).length;
        return new KeyAlgorithm(
                dotted(oid),
                HexFormat.of().withUpperCase().formatHex(algorithm, used, algorithm.length));
    }

    /** What the first element of an encoding holds. */
    private static byte[] content(byte[] der) {
        int start = start(der);
        return Arrays.copyOfRange(der, start, start + length(der));
    }

    /** What follows the first element. */
    private static byte[] rest(byte[] der) {
        return Arrays.copyOfRange(der, start(der) + length(der), der.length);
    }

    private static int start(byte[] der) {
        return isLong(der) ? 2 + (der[1] & LOW_BITS) : 2;
    }

    private static int length(byte[] der) {
        return isLong(der) ? new BigInteger(1, der, 2, der[1] & LOW_BITS).intValueExact() : der[1];
    }

    private static boolean isLong(byte[] der) {
        return (der[1] & HIGH_BIT) != 0;
    }

    private static String dotted(byte[] oid) {
        StringBuilder dotted = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte part : oid) {
            arc = arc.shiftLeft(ARC_BITS).or(BigInteger.valueOf(part & LOW_BITS));
            if ((part & HIGH_BIT) == 0) {
                dotted.append(dotted.isEmpty() ? root(arc.intValueExact()) : "." + arc);
                arc = BigInteger.ZERO;
            }
        }
        return dotted.toString();
    }

    /** The first two arcs, which are encoded as one number. */
    private static String root(int number) {
        int first = Math.min(number / ROOT, 2);
        return first + "." + (number - first * ROOT);
    }
}
