package org.syncline.platform.engine.whatif;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.operations.WhatIf;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.synchronization.DueSynchronizations;

/**
 * Sixty people from an HR system, some of whom a second source knows too, with accounts and groups in a directory: large enough that a
 * change concerns some of them and not others.
 */
public final class Firm implements AutoCloseable {
    static final String EMPLOYEES = "rules/attribute-flow/employee.xml";
    static final String CONTACTS = "rules/attribute-flow/contact.xml";
    static final String ACCOUNT_FLOWS = "rules/attribute-flow/account.xml";
    static final String ACCOUNTS = "rules/provisioning/account.xml";
    static final String GROUPS = "rules/provisioning/groups.xml";
    static final String METAVERSE = "syncline.xml";
    static final String HR = "connectors/hr.xml";
    private static final int PEOPLE = 60;

    private final WrittenHouse house;
    private Function<TypeSource, Store> above = MemoryStore::new;
    private int threads = 4;

    public Firm(Path folder) {
        house = new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="employeeId"/><attribute name="givenName"/>
                          <attribute name="sn"/><attribute name="displayName"/><attribute name="department"/>
                          <attribute name="title"/><attribute name="mail"/><attribute name="status"/>
                          <attribute name="manager" type="reference"/>
                          <ends when="last-link-gone"/></object-type>
                        <object-type name="group"><attribute name="displayName"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .source("hr", """
                        <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="first"/>
                          <attribute name="last"/><attribute name="department"/><attribute name="title"/>
                          <attribute name="status"/><attribute name="mail"/>
                          <attribute name="boss" type="reference"/></object-type>""")
                .source("crm", """
                        <object-type name="contact" anchor="id"><attribute name="id"/><attribute name="mail"/>
                          <attribute name="name"/></object-type>""")
                .directory("directory", "", """
                        <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/><attribute name="uid"/>
                          <attribute name="employeeNumber"/><attribute name="displayName"/><attribute name="ou"/>
                          <attribute name="title"/><attribute name="mail"/><attribute name="state"/>
                          <attribute name="manager" type="reference"/>
                          <disabled><when>[state] = "off"</when></disabled></object-type>
                        <object-type name="group" anchor="entryUUID"><attribute name="entryUUID"/><attribute name="cn"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <join name="by id"><match attribute="id" with="employeeId"/></join>
                          <project name="people"/></join-rules>""")
                .rules("join/contact.xml", """
                        <join-rules connector="crm" object-type="contact" metaverse-type="person">
                          <join name="by id"><match attribute="id" with="employeeId"/></join></join-rules>""")
                .rules("join/account.xml",
                        """
                        <join-rules connector="directory" object-type="account" metaverse-type="person">
                          <join name="by number"><match attribute="employeeNumber" with="employeeId"/></join></join-rules>""")
                .rules("join/group.xml", """
                        <join-rules connector="directory" object-type="group" metaverse-type="group">
                          <join name="by name"><match attribute="cn" with="displayName"/></join></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="id" to="employeeId"/><import from="first" to="givenName"/>
                          <import from="last" to="sn"/><import from="department" to="department"/>
                          <import from="title" to="title"/><import from="status" to="status"/>
                          <import from="mail" to="mail" precedence="20"/><import from="boss" to="manager"/>
                        </attribute-flows>""")
                .rules("attribute-flow/contact.xml", """
                        <attribute-flows connector="crm" object-type="contact" metaverse-type="person">
                          <import from="mail" to="mail" precedence="10"/></attribute-flows>""")
                .rules("attribute-flow/account.xml", """
                        <attribute-flows connector="directory" object-type="account" metaverse-type="person">
                          <export from="employeeId" to="employeeNumber"/>
                          <export name="full name" to="displayName">[givenName] &amp; " " &amp; [sn]</export>
                          <export from="department" to="ou"/><export from="title" to="title" allow-null="true"/>
                          <export from="mail" to="mail" allow-null="true"/><export from="manager" to="manager"/>
                        </attribute-flows>""")
                .rules("attribute-flow/group.xml", """
                        <attribute-flows connector="directory" object-type="group" metaverse-type="group">
                          <export from="displayName" to="cn"/><export from="member" to="member" allow-null="true"/>
                        </attribute-flows>""")
                .rules("provisioning/account.xml", """
                        <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                          <provision name="people"><when>[status] = "in"</when>
                            <dn>"uid=" &amp; [employeeId] &amp; ",ou=People"</dn></provision>
                          <deprovision name="away"><when>[status] = "out"</when><disable><set to="state">"off"</set></disable>
                          </deprovision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""")
                .rules("provisioning/group-accounts.xml", """
                        <provisioning-rules connector="directory" object-type="group" metaverse-type="group">
                          <provision name="groups"><dn>"cn=" &amp; [displayName] &amp; ",ou=Groups"</dn></provision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""")
                .rules("provisioning/groups.xml", """
                        <groups metaverse-type="group">
                          <for-each value-of="department" of="person" name="Department {value}" when-empty="end"/>
                          <group name="Managers"><when>[title] = "Manager"</when></group></groups>""");
    }

    /** Keeps what an evaluation writes in another store. */
    public Firm above(Function<TypeSource, Store> open) {
        above = open;
        return this;
    }

    public Firm storedIn(Function<TypeSource, Store> open) {
        house.storedIn(open);
        return this;
    }

    public Firm withThreads(int number) {
        threads = number;
        return this;
    }

    /** Everybody is hired, and everything exported and confirmed. */
    public Firm fill() {
        for (int number = 1; number <= PEOPLE; number++) {
            employ(number, number % 10 == 0 ? "out" : number % 10 == 5 ? "later" : "in");
            if (number % 3 != 1) {
                String id = number % 3 == 0 ? "" + number : "c" + number;
                house.put("crm", "contact", id, "id=" + id, "mail=crm" + number + "@x.org", "name=Last" + number);
            }
        }
        house.cycle();
        return this;
    }

    void employ(int number, String status) {
        house.put("hr", "employee", "" + number, "id=" + number, "first=First" + number, "last=Last" + number,
                "department=" + List.of("Sales", "Tools", "Legal").get(number % 3),
                "title=" + (number % 7 == 0 ? "Manager" : "Clerk"), "status=" + status,
                number % 2 == 0 ? "mail=hr" + number + "@x.org" : "mail=",
                "boss=" + (number > 7 ? "" + 7 * (number % 8 + 1) : ""));
    }

    WrittenHouse house() {
        return house;
    }

    Store store() {
        return house.store();
    }

    public Ruleset edited(Consumer<WrittenHouse> edit) {
        return house.edited(edit);
    }

    public WhatIfReport whatIf(Ruleset changed) {
        return whatIf(changed, 3);
    }

    WhatIfReport whatIf(Ruleset changed, int examples) {
        return new WhatIf(store(), house.connectors(), house.clock(), threads)
                .of(new WhatIf.Request(house.rules(), changed, examples, above));
    }

    /** What a cycle does under these rules before it exports anything. */
    void synchronize(Ruleset rules) {
        house.take(rules);
        DueSynchronizations due = new DueSynchronizations(house.rules(), store(), house.clock());
        due.steps(true).forEach(step -> run(step.connector(), step.step().kind()));
        due.latecomers().forEach(step -> run(step.connector(), step.step().kind()));
    }

    private void run(String connector, Kind kind) {
        StepReport report = house.run(connector, kind);
        if (!report.result().isCompleted()) {
            throw new AssertionError(report);
        }
    }

    @Override
    public void close() {
        house.leave();
    }
}
