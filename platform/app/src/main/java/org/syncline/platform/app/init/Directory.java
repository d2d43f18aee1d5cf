package org.syncline.platform.app.init;

import java.util.Locale;

/**
 * The directory that gets the accounts.
 *
 * @param server where it is; null for one inside Syncline
 * @param base DN under which everything stands
 * @param bindDn who writes to it; null where nobody need be named
 */
public record Directory(String server, String base, String bindDn) {
    private static final String INSIDE = "one inside Syncline";
    private static final String NOBODY = "none";
    private static final String USUAL_BASE = "dc=example,dc=com";

    /**
     * From options, or by asking for what they leave open.
     *
     * @param given by options; what is null was not
     * @throws Questions.Unanswered if the server is no address of a directory
     */
    public static Directory of(Directory given, Questions questions) {
        String server = given.server != null ? given.server : server(questions);
        if (isNoServer(server)) {
            throw new Questions.Unanswered("--server: " + problem(server));
        }
        String base = given.base == null && questions.canAsk()
                ? questions.ask("What is its base?", USUAL_BASE)
                : given.base == null ? USUAL_BASE : given.base;
        String bindDn = given.bindDn == null && server != null && questions.canAsk()
                ? questions.ask("Who writes to it (a DN)?", NOBODY)
                : given.bindDn;
        return new Directory(server, base, NOBODY.equals(bindDn) ? null : bindDn);
    }

    private static String server(Questions questions) {
        if (!questions.canAsk()) {
            return null;
        }
        String answer = questions.ask("Which directory gets the accounts (ldap://host or ldaps://host)?", INSIDE,
                said -> !said.equals(INSIDE) && isNoServer(said) ? problem(said) : null);
        return answer.equals(INSIDE) ? null : answer;
    }

    private static boolean isNoServer(String server) {
        return server != null && !server.toLowerCase(Locale.ROOT).matches("ldaps?://[^/\\s]+");
    }

    private static String problem(String server) {
        return "'" + server + "' is no address of a directory; write ldap://host or ldaps://host, with :port if it is"
                + " not the usual one";
    }
}
