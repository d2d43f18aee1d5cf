package org.syncline.connectors.ldap.delta;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Finds entries with others below them: if one was renamed or moved, those below it are called otherwise too, which no server tells.
 * They are looked for in the whole database, because what was moved out of the base took along what stands below it.
 *
 * @param holders which entries may have others below them
 */
public record Containers(DirectoryContent content, Filter holders) {
    static final Filter FILTER = Filter.createEqualityFilter("hasSubordinates", "TRUE");

    private static final int AT_ONCE = 100;
    private static final Set<ResultCode> NOT_TO_BE_SEEN =
            Set.of(ResultCode.NO_SUCH_OBJECT, ResultCode.INSUFFICIENT_ACCESS_RIGHTS);

    /** Where the server says of each entry whether it has others below it. */
    Containers(DirectoryContent content) {
        this(content, FILTER);
    }

    /** The distinguished names of those among these entries that have others below them. */
    List<String> among(Collection<String> entryUuids) {
        return among(entryUuids.stream().map(uuid -> Filter.createEqualityFilter(Demands.ENTRY_UUID, uuid)).toList());
    }

    /**
     * The distinguished names of those among these entries that have others below them.
     *
     * @param all a filter for each entry
     */
    public List<String> among(List<Filter> all) {
        List<String> found = new ArrayList<>();
        for (String root : databases().toList()) {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                found.addAll(among(root, all.subList(from, Math.min(from + AT_ONCE, all.size()))));
            }
        }
        return found;
    }

    /** The naming contexts of what is read. */
    public Stream<String> databases() {
        List<String> all = content.directory().announces("namingContexts");
        return content.scope().bases().stream()
                .map(base -> all.stream()
                        .filter(context -> DistinguishedName.isWithin(base, context))
                        .findFirst()
                        .orElse(base))
                .distinct();
    }

    private List<String> among(String root, List<Filter> any) {
        Filter filter = Filter.createANDFilter(holders, Filter.createORFilter(any));
        try {
            return content.directory().search(new SearchRequest(root, SearchScope.SUB, filter, "1.1")).stream()
                    .map(SearchResultEntry::getDN)
                    .filter(dn -> !content.scope().isAboveABase(dn))
                    .toList();
        } catch (LDAPException failure) {
            if (NOT_TO_BE_SEEN.contains(failure.getResultCode())) {
                return List.of();
            }
            throw ServerWords.brokenOff(root, failure);
        }
    }
}
