package org.syncline.connectors.ldap.watch;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import org.syncline.connectors.ldap.directory.OngoingSearches;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.watch.WatchSession;

/** Listens to a directory over a connection of its own. */
public final class DirectoryWatchSession implements WatchSession {
    /** How long nothing may be heard before the server is asked whether it is still there: a connection can die without a word. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final OngoingSearches searches;
    private final Heard heard = new Heard();

    private DirectoryWatchSession(OngoingSearches searches) {
        this.searches = searches;
    }

    /**
     * Begins to listen.
     *
     * @param searches closed with the session, or if it cannot begin
     * @throws ConnectorException if the server does not tell changes
     */
    public static WatchSession begin(OngoingSearches searches, ChangeSignals signals) throws InterruptedException {
        DirectoryWatchSession session = new DirectoryWatchSession(searches);
        try {
            signals.begin(searches, session.heard);
            session.heard.awaitReadiness(searches.server().responseTimeout());
            return session;
        } catch (LDAPException failure) {
            session.close();
            throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                    searches.server().title() + " does not tell changes (" + ServerWords.of(failure) + ")", failure);
        } catch (InterruptedException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    @Override
    public void awaitChange() throws InterruptedException {
        try {
            while (!heard.awaitChange(SILENCE)) {
                searches.demandAnswer();
            }
        } catch (LDAPException failure) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    searches.server().title() + " tells no more changes (" + ServerWords.of(failure) + ")", failure);
        }
    }

    @Override
    public void close() {
        searches.close();
    }
}
