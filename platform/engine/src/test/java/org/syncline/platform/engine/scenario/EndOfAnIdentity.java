package org.syncline.platform.engine.scenario;

/**
 * How an identity ends in one row of the matrix, and what must be on which day; told without the engine.
 *
 * @param grace in days
 * @param returns the day the person returns; {@link #NEVER}
 */
record EndOfAnIdentity(Ends ends, int grace, Outcome outcome, Made made, int returns) {
    static final int NEVER = Integer.MAX_VALUE;
    private static final int STAGE = 30;

    /** What ends an identity. */
    enum Ends {
        NEVER("<ends when=\"never\"%s/>"),
        LAST_LINK_GONE("<ends when=\"last-link-gone\"%s/>"),
        ANY_GONE("<ends when=\"links-gone\" match=\"any\" connectors=\"hr agency\"%s/>"),
        ALL_GONE("<ends when=\"links-gone\" match=\"all\" connectors=\"hr agency\"%s/>"),
        CONDITION("<ends%s><when>[status] = \"gone\"</when></ends>");

        private final String written;

        Ends(String written) {
            this.written = written;
        }
    }

    /** What becomes of the account. */
    enum Outcome {
        DEFAULT(""),
        DISCONNECT("<when-identity-ends><disconnect/></when-identity-ends>"),
        DISCONNECT_EXPLICITLY("<when-identity-ends><disconnect-explicitly/></when-identity-ends>"),
        DELETE("<when-identity-ends><delete/></when-identity-ends>"),
        DISABLE("<when-identity-ends>" + CHANGES + "</when-identity-ends>"),
        DISABLE_AND_DISCONNECT("<when-identity-ends>" + CHANGES + "<disconnect/></when-identity-ends>"),
        DISABLE_THEN_DELETE("<when-identity-ends>" + CHANGES + "<delete after=\"P30D\"/></when-identity-ends>"),
        DISABLE_THEN_DISCONNECT(
                "<when-identity-ends>" + CHANGES + "<disconnect after=\"P30D\"/></when-identity-ends>"),
        DELETE_LATER("<when-identity-ends><delete after=\"P30D\"/></when-identity-ends>");

        private final String written;

        Outcome(String written) {
            this.written = written;
        }

        private boolean disables() {
            return written.contains("<disable>");
        }

        private boolean isStaged() {
            return written.contains("after");
        }

        private boolean deletes() {
            return written.contains("<delete");
        }
    }

    private static final String CHANGES = """
            <disable><set to="locked">"yes"</set><move-to>"ou=Leavers"</move-to></disable>
            <enable><set to="locked">AuthoritativeNull</set><move-to>"ou=People"</move-to></enable>""";

    /** How the account came to be the person's. */
    enum Made {
        PROVISIONED,
        JOINED,
        BY_HAND
    }

    /** What is left of the identity. */
    enum Identity {
        LIVING,
        ENDING,
        GONE
    }

    /** What the directory holds. */
    enum Account {
        ACTIVE,
        DISABLED,
        NONE
    }

    /** @param linked whether the account is linked to the identity */
    record Situation(Identity identity, Account account, boolean linked) {}

    /** What must be on one of the days on which synchronization runs. */
    Situation on(int day) {
        boolean isBack = day >= returns;
        boolean ended = day >= carriedOut() && returns > carriedOut();
        if (!isThereAnEnd() || isBack && !isCutOffForGood(ended)) {
            return new Situation(Identity.LIVING, Account.ACTIVE, true);
        }
        if (isBack) {
            return new Situation(Identity.LIVING, Account.ACTIVE, false);
        }
        if (!ended) {
            return new Situation(Identity.ENDING, Account.ACTIVE, true);
        }
        boolean isLast = !outcome.isStaged() || day >= carriedOut() + STAGE;
        if (isLast && outcome.deletes()) {
            return new Situation(Identity.GONE, Account.NONE, false);
        }
        Account account = outcome.disables() ? Account.DISABLED : Account.ACTIVE;
        return new Situation(isLast ? Identity.GONE : Identity.ENDING, account, !isLast);
    }

    /** A link that somebody made by hand keeps the identity like any other. */
    private boolean isThereAnEnd() {
        return ends != Ends.NEVER && !(ends == Ends.LAST_LINK_GONE && made == Made.BY_HAND);
    }

    /** Only a person joins it again, and nobody gets a second account. */
    private boolean isCutOffForGood(boolean ended) {
        return ended && outcome == Outcome.DISCONNECT_EXPLICITLY;
    }

    /** The first day on which synchronization runs after the grace. */
    private int carriedOut() {
        return grace == 0 ? 0 : 8;
    }

    void configure(Site site) {
        String period = grace == 0 ? "" : " grace=\"P" + grace + "D\"";
        site.file("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="matrix">
                  <metaverse>
                    <object-type name="person">
                      <attribute name="employeeId" indexed="true"/>
                      <attribute name="givenName"/>
                      <attribute name="sn"/>
                      <attribute name="title"/>
                      <attribute name="status"/>
                      %s
                    </object-type>
                  </metaverse>
                </syncline>""".formatted(ends.written.formatted(period)));
        site.file("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <settings><setting name="system" value="hr-%Site%"/></settings>
                  <object-type name="employee" anchor="number">
                    <attribute name="first"/><attribute name="last"/>
                    <attribute name="title"/><attribute name="status"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("connectors/agency.xml", """
                <connector xmlns="urn:syncline:1" name="agency" type="memory" mode="read-only">
                  <settings><setting name="system" value="agency-%Site%"/></settings>
                  <object-type name="contractor" anchor="id"><attribute name="number"/></object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("connectors/ad.xml", """
                <connector xmlns="urn:syncline:1" name="ad" type="memory">
                  <settings>
                    <setting name="system" value="ad-%Site%"/>
                    <setting name="names" value="true"/>
                  </settings>
                  <object-type name="user" anchor="objectGUID">
                    <attribute name="employeeNumber"/><attribute name="title"/><attribute name="locked"/>
                  </object-type>
                  <guards><import minimum-share="0%"/></guards>
                </connector>""");
        site.file("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by number"><match with="employeeId">[anchor]</match></join>
                  <project name="new people"/>
                </join-rules>""");
        site.file("rules/join/agency.xml", """
                <join-rules xmlns="urn:syncline:1" connector="agency" object-type="contractor" metaverse-type="person">
                  <join name="by number"><match attribute="number" with="employeeId"/></join>
                </join-rules>""");
        site.file("rules/join/ad.xml", """
                <join-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <join name="by number"><match attribute="employeeNumber" with="employeeId"/></join>
                </join-rules>""");
        site.file("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import to="employeeId" keep-when-gone="true">[anchor]</import>
                  <import from="first" to="givenName"/>
                  <import from="last" to="sn"/>
                  <import from="title" to="title"/>
                  <import from="status" to="status"/>
                </attribute-flows>""");
        site.file("rules/attribute-flow/ad.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <export from="employeeId" to="employeeNumber"/>
                  <export from="title" to="title"/>
                </attribute-flows>""");
        site.file("rules/provisioning/ad.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="ad" object-type="user" metaverse-type="person">
                  <provision name="everybody">
                    <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=People"</dn>
                  </provision>
                  %s
                </provisioning-rules>""".formatted(outcome.written));
    }

    @Override
    public String toString() {
        return ends + (grace == 0 ? " without grace" : " after a grace of " + grace + " days") + ", " + outcome + ", "
                + made
                + (returns == NEVER ? ", never returns" : ", returns on day " + returns);
    }
}
