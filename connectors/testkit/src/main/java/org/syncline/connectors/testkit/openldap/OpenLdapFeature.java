package org.syncline.connectors.testkit.openldap;

/** What an OpenLDAP server can do besides. */
public enum OpenLdapFeature {
    /** Keeps {@code member} and {@code manager} right when their target is renamed or deleted (overlay refint). */
    REFERENTIAL_INTEGRITY("""
            overlay refint
            refint_attributes member manager
            """),
    /** Gives no more than 5 entries to anybody but the root DN. */
    SIZE_LIMIT("""
            limits * size=5
            """),
    /** Says under {@code cn=Monitor} how many operations it has carried out. */
    MONITOR("""
            database monitor
            """);

    private final String directives;

    OpenLdapFeature(String directives) {
        this.directives = directives;
    }

    String directives() {
        return directives;
    }
}
