package org.syncline.connectors.testkit.openldap;

/** What an OpenLDAP server can do besides. */
public enum OpenLdapFeature {
    /** Keeps {@code member} and {@code manager} right when their target is renamed or deleted (overlay refint). */
    REFERENTIAL_INTEGRITY("""
            overlay refint
            refint_attributes member manager
            """),
    /** Tells what changed by content synchronization (overlay syncprov), with a session log that ends with the process. */
    CONTENT_SYNC("""
            index entryCSN eq
            overlay syncprov
            syncprov-sessionlog 1000
            """),
    /** As {@link #CONTENT_SYNC}, with a session log that keeps no more than 3 changes. */
    SHORT_SESSION_LOG("""
            index entryCSN eq
            overlay syncprov
            syncprov-sessionlog 3
            """),
    /** Keeps what was changed under {@code cn=accesslog} (overlay accesslog). */
    ACCESS_LOG("""
            overlay accesslog
            logdb cn=accesslog
            logops writes
            logsuccess TRUE
            """),
    /** As {@link #ACCESS_LOG}, which forgets after a second or two. */
    SHORT_ACCESS_LOG("""
            overlay accesslog
            logdb cn=accesslog
            logops writes
            logsuccess TRUE
            logpurge 00+00:00:01 00+00:00:01
            """),
    /** Encrypts on request (StartTLS), and knows a client by its certificate. */
    CERTIFICATES(""),
    /** Gives no more than 5 entries to anybody but the root DN. */
    SIZE_LIMIT("""
            limits * size=5
            """),
    /** Lets {@code cn=sync} below the base create, delete and rename under {@code ou=people}, and write {@code cn}, {@code sn} and {@code description} there. */
    LEAST_RIGHTS(""),
    /** Says under {@code cn=Monitor} how many operations it has carried out. */
    MONITOR("""
            database monitor
            """);

    private final String directives;

    OpenLdapFeature(String directives) {
        this.directives = directives;
    }

    boolean keepsLog() {
        return this == ACCESS_LOG || this == SHORT_ACCESS_LOG;
    }

    String directives() {
        return directives;
    }
}
