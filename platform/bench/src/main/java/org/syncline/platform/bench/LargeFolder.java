package org.syncline.platform.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** A configuration of thirty systems in three hundred files of rules: each has a connector, joins, accounts and seven files of ten flows. */
final class LargeFolder {
    static final int SYSTEMS = 30;
    static final int FLOW_FILES = 7;
    static final int FLOWS = 10;

    private static final List<String> EXPRESSIONS = List.of(
            "Trim([a%d])",
            "LCase(Trim([a%d]))",
            "IIF(IsPresent([a%d]), [a%<d], \"none of system %s\")",
            "Trim([a%d] &amp; \" \" &amp; [a0])",
            "Left([a%d], 20) &amp; \"-\" &amp; Right([a0], 3)",
            "IIF([a%d] = \"left\", \"disabled\", IIF([a%<d] = \"paused\", \"waiting\", \"active\"))",
            "Word([a%d], 1, \"@\")",
            "Replace([a%d], \"-\", \" \")",
            "RegexReplace([a%d], \"[^a-z0-9]\", \"\")",
            "Switch([a%d] = \"de\", \"Germany\", [a%<d] = \"us\", \"United States\", True, \"elsewhere\")");

    private LargeFolder() {}

    static void write(Path folder) throws IOException {
        write(folder, "syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="large" zone="UTC">
                  <metaverse><object-type name="person">%s</object-type></metaverse>
                </syncline>
                """.formatted(attributes("m", " indexed=\"true\"")));
        for (int system = 0; system < SYSTEMS; system++) {
            writeSystem(folder, system);
        }
    }

    private static String attributes(String prefix, String more) {
        StringJoiner attributes = new StringJoiner("\n    ", "\n    ", "\n  ");
        for (int number = 0; number < FLOW_FILES * FLOWS; number++) {
            attributes.add("<attribute name=\"" + prefix + number + "\"" + more + "/>");
        }
        return attributes.toString();
    }

    private static void writeSystem(Path folder, int system) throws IOException {
        String of = "xmlns=\"urn:syncline:1\" connector=\"system%d\" object-type=\"account\" metaverse-type=\"person\""
                .formatted(system);
        write(folder, "connectors/system" + system + ".xml", """
                <connector xmlns="urn:syncline:1" name="system%d" type="memory">
                  <settings><setting name="names" value="true"/></settings>
                  <object-type name="account" anchor="id"><attribute name="id"/><attribute name="cn"/>%s</object-type>
                </connector>
                """.formatted(system, attributes("a", "")));
        write(folder, "rules/join/system" + system + ".xml", """
                <join-rules %s>
                  <join name="by id"><match attribute="id" with="m9"/></join>
                  <join name="by name"><match with="m0" ignore-case="true">Trim([a0])</match></join>
                  <project name="people of system %d"><when><present attribute="a1"/></when></project>
                </join-rules>
                """.formatted(of, system));
        write(folder, "rules/provisioning/system" + system + ".xml", """
                <provisioning-rules %s>
                  <provision name="staff">
                    <when><all><present attribute="m1"/><none><equals attribute="m2" value="left"/></none></all></when>
                    <unique to="cn"><candidate>[m3]</candidate><numbered>Left([m3], 8)</numbered></unique>
                    <dn>"cn=" &amp; EscapeDNComponent({cn}) &amp; ",ou=people,dc=system%d"</dn>
                  </provision>
                  <deprovision name="leavers"><when>[m2] = "left"</when><delete after="P30D"/></deprovision>
                </provisioning-rules>
                """.formatted(of, system));
        for (int file = 0; file < FLOW_FILES; file++) {
            write(folder, "rules/attribute-flow/system" + system + "-" + file + ".xml", flows(of, system, file));
        }
    }

    private static String flows(String of, int system, int file) {
        StringBuilder flows = new StringBuilder("<attribute-flows " + of + ">\n");
        for (int flow = 0; flow < FLOWS; flow++) {
            int attribute = file * FLOWS + flow;
            flows.append("  <import to=\"m%d\" precedence=\"%d\">%s</import>%n".formatted(
                    attribute, system + 1, EXPRESSIONS.get(flow).formatted(attribute, system)));
        }
        return flows.append("</attribute-flows>\n").toString();
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
