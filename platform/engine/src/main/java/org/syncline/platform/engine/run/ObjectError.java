package org.syncline.platform.engine.run;

import java.time.Instant;

/**
 * What went wrong with one object, or with one account of an identity, and is not mended yet.
 *
 * @param origin what was being done
 * @param concern what it went wrong with
 * @param code by the names administrators search for, such as {@code ambiguous-join}
 * @param message what is wrong and what to do
 * @param rule name, file and line of the rule; null if no rule is concerned
 * @param stack where in a program it happened; null for what a rule or a system said
 * @param firstSeen when it was first seen
 * @param count how often it was seen
 */
public record ObjectError(
        Origin origin,
        Concern concern,
        String code,
        String message,
        String rule,
        String stack,
        Instant firstSeen,
        int count) {

    /** What was being done. */
    public enum Origin {
        DISCOVERY,
        STAGING,
        SYNCHRONIZATION,
        EXPORT
    }

    /**
     * What an error is about.
     *
     * @param connector the system concerned
     * @param object number of the connector-space object; 0 for a row that is none, and for an account that is not there
     * @param identity number of the identity whose account in the system it is about; 0 if it is about an object
     * @param title what it is called: DN, anchor, or file and line
     */
    public record Concern(String connector, long object, long identity, String title) {

        public static Concern ofRow(String connector, String place) {
            return new Concern(connector, 0, 0, place);
        }

        public static Concern ofObject(String connector, long object, String title) {
            return new Concern(connector, object, 0, title);
        }

        /** @param object number of the account; 0 if there is none */
        public static Concern ofAccount(FailedAccount account, long object, String title) {
            return new Concern(account.connector(), object, account.identity(), title);
        }

        private String key() {
            return identity != 0 ? "identity #" + identity : object != 0 ? "#" + object : title;
        }
    }

    public ObjectError(Origin origin, Concern concern, String code, String message, String rule, Instant firstSeen) {
        this(origin, concern, code, message, rule, null, firstSeen, 1);
    }

    public String connector() {
        return concern.connector();
    }

    public long object() {
        return concern.object();
    }

    public long identity() {
        return concern.identity();
    }

    public String title() {
        return concern.title();
    }

    /** The account it is about. */
    public FailedAccount account() {
        return new FailedAccount(concern.identity(), concern.connector());
    }

    /** Whether it is about an object, and not about an account of an identity or about a row. */
    public boolean isOfObject() {
        return concern.identity() == 0 && concern.object() != 0;
    }

    /** The same for the same error of the same thing. */
    public String key() {
        return String.join("\0", origin.name(), concern.connector(), code, concern.key());
    }

    /** This error once more, as it is seen now. */
    public ObjectError again(ObjectError now) {
        return new ObjectError(origin, now.concern, code, now.message, now.rule, now.stack, firstSeen, count + 1);
    }

    /** The same with where in a program it happened. */
    public ObjectError at(String where) {
        return new ObjectError(origin, concern, code, message, rule, where, firstSeen, count);
    }
}
