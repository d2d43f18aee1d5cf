package org.syncline.platform.engine;

import java.nio.file.Path;

/** Employees and teams in HR, accounts and groups in a directory. */
public final class GroupHouse {
    private GroupHouse() {}

    /** @param patches whether both systems report single values that changed, not whole objects */
    public static WrittenHouse written(Path folder, boolean patches) {
        String settings = "<setting name=\"patches\" value=\"" + patches + "\"/>";
        return new WrittenHouse(folder)
                .metaverse("""
                        <object-type name="person"><attribute name="id"/><attribute name="name"/><attribute name="status"/>
                          </object-type>
                        <object-type name="group"><attribute name="id"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .source("hr", settings,
                        """
                        <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="name"/>
                          <attribute name="status"/><filter><when>[status] = "secret"</when></filter></object-type>
                        <object-type name="team" anchor="id"><attribute name="id"/>
                          <attribute name="member" type="reference" multi-valued="true" to="employee"/></object-type>""")
                .directory("directory", settings, """
                        <object-type name="account" anchor="entryUUID"><attribute name="entryUUID"/>
                          <attribute name="number"/></object-type>
                        <object-type name="group" anchor="entryUUID"><attribute name="entryUUID"/>
                          <attribute name="member" type="reference" multi-valued="true"/></object-type>""")
                .rules("join/employee.xml", """
                        <join-rules connector="hr" object-type="employee" metaverse-type="person">
                          <project name="people"/></join-rules>""")
                .rules("join/team.xml", """
                        <join-rules connector="hr" object-type="team" metaverse-type="group">
                          <project name="teams"/></join-rules>""")
                .rules("attribute-flow/employee.xml", """
                        <attribute-flows connector="hr" object-type="employee" metaverse-type="person">
                          <import from="id" to="id"/><import from="name" to="name"/><import from="status" to="status"/>
                          </attribute-flows>""")
                .rules("attribute-flow/team.xml", """
                        <attribute-flows connector="hr" object-type="team" metaverse-type="group">
                          <import from="id" to="id"/><import from="member" to="member"/></attribute-flows>""")
                .rules("attribute-flow/account.xml", """
                        <attribute-flows connector="directory" object-type="account" metaverse-type="person">
                          <export from="id" to="number"/></attribute-flows>""")
                .rules("attribute-flow/group.xml", """
                        <attribute-flows connector="directory" object-type="group" metaverse-type="group">
                          <export from="member" to="member" allow-null="true"/></attribute-flows>""")
                .rules("provisioning/account.xml", """
                        <provisioning-rules connector="directory" object-type="account" metaverse-type="person">
                          <provision name="people"><when>[status] = "current"</when>
                            <dn>"uid=" &amp; [id] &amp; [name] &amp; ",ou=People"</dn></provision>
                          <rename name="follow"><dn>"uid=" &amp; [id] &amp; [name] &amp; ",ou=People"</dn></rename>
                          <deprovision name="leavers"><when>[status] = "left"</when><delete/></deprovision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""")
                .rules("provisioning/group.xml", """
                        <provisioning-rules connector="directory" object-type="group" metaverse-type="group">
                          <provision name="groups"><dn>"cn=" &amp; [id] &amp; ",ou=Groups"</dn></provision>
                          <when-identity-ends><delete/></when-identity-ends></provisioning-rules>""");
    }
}
