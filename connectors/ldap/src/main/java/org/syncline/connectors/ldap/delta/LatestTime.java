package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongFunction;
import org.syncline.connectors.ldap.directory.Directory;

/**
 * Finds the second of the latest value of an attribute, by asking again and again whether there is one in the later half. No server
 * tells its clock, and that of this machine may differ.
 *
 * @param form of a second as a value of the attribute; what orders before everything of that second
 */
record LatestTime(Directory directory, String base, Filter which, String attribute, LongFunction<String> form) {
    private static final long FIRST = LocalDateTime.of(1970, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST = LocalDateTime.of(2100, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** The seconds since 1970; empty if there is no value. */
    Optional<Long> find() throws LDAPException {
        if (!isThere(FIRST)) {
            return Optional.empty();
        }
        long there = FIRST;
        long notThere = LAST;
        while (notThere - there > 1) {
            long middle = there + (notThere - there) / 2;
            if (isThere(middle)) {
                there = middle;
            } else {
                notThere = middle;
            }
        }
        return Optional.of(there);
    }

    static String text(long second) {
        return SECOND.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    private boolean isThere(long from) throws LDAPException {
        Filter filter = Filter.createANDFilter(which, Filter.createGreaterOrEqualFilter(attribute, form.apply(from)));
        SearchRequest one =
                new SearchRequest(base, SearchScope.SUB, DereferencePolicy.NEVER, 1, 0, false, filter, "1.1");
        try {
            return !directory.search(one).isEmpty();
        } catch (LDAPException failure) {
            if (failure.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return true;
            }
            throw failure;
        }
    }
}
