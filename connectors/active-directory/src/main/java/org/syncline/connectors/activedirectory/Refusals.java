package org.syncline.connectors.activedirectory;

import static java.util.Map.entry;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.spi.ConnectorException;

/** Why a domain controller refuses, by the numbers in its diagnostic messages, which are errors of Windows. */
final class Refusals {
    private static final Pattern OF_BIND = Pattern.compile("\\bdata ([0-9a-fA-F]{3,4})\\b");
    private static final Pattern OF_WRITE = Pattern.compile("^([0-9a-fA-F]{8}): ");

    private static final Map<String, String> BINDS = Map.ofEntries(
            entry("525", "there is no such account"),
            entry("52e", "the account does not exist or its password is another one"),
            entry("52f", "the account is restricted, or may not have an empty password"),
            entry("530", "the account may not log on at this time"),
            entry("531", "the account may not log on from this machine"),
            entry("532", "the password of the account has expired"),
            entry("533", "the account is disabled"),
            entry("569", "the account has not been granted this kind of logon"),
            entry("701", "the account has expired"),
            entry("773", "the account must change its password first: its password was reset"),
            entry("775", "the account is locked out after too many wrong passwords"));

    private static final Map<String, String> WRITES = Map.ofEntries(
            entry("00000005", "the account that writes lacks the right"),
            entry("0000001f", "the domain controller takes passwords only over an encrypted connection, and only as"
                    + " text of the attribute unicodePwd"),
            entry("00000056", "the old password is another one"),
            entry("00000523",
                    "a sAMAccountName may not have these characters, nor that of a user more than 20 of them"),
            entry("00000524", "another account has this sAMAccountName"),
            entry("00000526", "another group has this sAMAccountName"),
            entry("0000052d", "the password does not meet the rules of the domain: length, complexity, history or age"),
            entry("0000055e", "it is the primary group of that member, which cannot leave it"),
            entry("00002014", "an attribute that its object class demands is missing, or one that it forbids is set"),
            entry("00002015", "other objects lie below it"),
            entry("00002030", "it does not exist"),
            entry("00002071", "another object in the container has this name"),
            entry("0000207c", "an attribute that its object class demands is missing"),
            entry("0000207d", "its object class does not have this attribute"),
            entry("00002081", "the attribute takes one value only"),
            entry("00002082", "a value is too long, too short, or out of range"),
            entry("00002089", "the container it shall lie in does not exist"),
            entry("00002098", "the account that writes lacks the right"),
            entry("000020b1", "only the system itself writes this attribute"),
            entry("000021c7", "another account has this servicePrincipalName"),
            entry("000021c8", "another account of the forest has this userPrincipalName"));

    private Refusals() {}

    /** The same with plain words before those of the domain controller, where its number is known. */
    static LDAPException explained(LDAPException refusal) {
        String words = words(WRITES, OF_WRITE, ServerWords.said(refusal));
        return words == null
                ? refusal
                : new LDAPException(refusal.getResultCode(), words + "; " + ServerWords.said(refusal).strip(),
                        refusal.getMatchedDN(), refusal.getReferralURLs(), refusal.getResponseControls(), refusal);
    }

    /** The same with plain words, where the number of a refused bind is known. */
    static ConnectorException explained(ConnectorException refusal) {
        String words = refusal.getCause() instanceof LDAPException cause
                ? words(BINDS, OF_BIND, ServerWords.said(cause))
                : null;
        return words == null
                ? refusal
                : new ConnectorException(refusal.code(), refusal.getMessage() + ": " + words, refusal.getCause());
    }

    private static String words(Map<String, String> known, Pattern number, String said) {
        Matcher matcher = number.matcher(said == null ? "" : said);
        return matcher.find() ? known.get(matcher.group(1).toLowerCase(Locale.ROOT)) : null;
    }
}
