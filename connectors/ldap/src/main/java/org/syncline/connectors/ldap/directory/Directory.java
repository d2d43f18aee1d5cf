package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A directory, wherever it is. Several threads may use it at once. */
public interface Directory extends AutoCloseable {

    /** Replaces connections that the server has closed since they were last used; where there are several servers, another may take its place. */
    void mend();

    /** Which of several servers is used; empty where there is only one. */
    default Optional<String> server() {
        return Optional.empty();
    }

    /** Goes on with this one of several servers; false if that is none of them or does not answer. */
    default boolean use(String server) {
        return false;
    }

    /** Goes back to the preferred one of several servers if it answers and cannot lack what was written. */
    default void usePreferred() {}

    /** Where another one of several servers had to take over, and why. */
    default List<String> takeovers() {
        return List.of();
    }

    /** Begins a search whose entries come page by page. */
    EntryPages pages(SearchRequest request, int pageSize) throws LDAPException;

    /** The entries of a small search. */
    List<SearchResultEntry> search(SearchRequest request) throws LDAPException;

    /** A search whose entries go to the listeners of the request, and whose end is returned. */
    SearchResult listen(SearchRequest request) throws LDAPException;

    /** Sends an add, a modification, a rename or a deletion; a refusal is an exception. */
    LDAPResult write(ReadOnlyLDAPRequest request) throws LDAPException;

    /** Returns when everything written so far would survive the end of this process. */
    void makeDurable();

    /** Whether it announces a control in its root DSE. */
    boolean understands(String control);

    /** The values of an attribute of its root DSE, as they were when the directory was opened. */
    List<String> announces(String attribute);

    /** Where it referred to in answers to searches; nobody went there. */
    default Set<String> referrals() {
        return Set.of();
    }

    /** How many writes at once are worth it. */
    int parallelWrites();

    @Override
    void close();

    /** Sends a write through the library. */
    static LDAPResult send(LDAPInterface target, ReadOnlyLDAPRequest request) throws LDAPException {
        return switch (request) {
            case AddRequest add -> target.add(add);
            case ModifyRequest modify -> target.modify(modify);
            case ModifyDNRequest rename -> target.modifyDN(rename);
            case DeleteRequest delete -> target.delete(delete);
            default -> throw new IllegalArgumentException("Not a write: " + request);
        };
    }
}
