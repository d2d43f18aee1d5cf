package org.syncline.platform.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files about systems that have nothing in common, as in the folder of a large organization: of each a connector, its rules in XML, a
 * Drools file, for every other one a script, and a file of rule tests.
 *
 * @param flowFiles of all systems together
 */
record ManySystems(Path folder, int systems, int flowFiles) {
    private static final int TESTS_OF_A_SYSTEM = 5;
    private static final int FILES_OF_A_SYSTEM = 3;

    /** So many that there are in all so many XML files with those that are in the folder already. */
    static ManySystems of(Path folder, int systems, int xmlFiles, int already) {
        return new ManySystems(folder, systems, xmlFiles - already - systems * FILES_OF_A_SYSTEM);
    }

    /** Writes all of them, and their types into {@code syncline.xml}. */
    void write() throws IOException {
        StringBuilder types = new StringBuilder();
        for (int system = 0; system < systems; system++) {
            types.append("<object-type name=\"kind%d\"><attribute name=\"id\" indexed=\"true\"/>".formatted(system));
            types.append("<attribute name=\"licence\"/><attribute name=\"nickname\"/>");
            for (int flow = system; flow < flowFiles; flow += systems) {
                types.append("<attribute name=\"more%d\"/>".formatted(flow));
                writeFlows(flow, "first");
            }
            types.append("</object-type>\n");
            writeSystem(system);
        }
        Path syncline = folder.resolve("syncline.xml");
        Files.writeString(syncline, Files.readString(syncline).replace("</metaverse>", types + "</metaverse>"));
    }

    private void writeSystem(int system) throws IOException {
        write("connectors/system%d.xml".formatted(system), """
                <connector xmlns="urn:syncline:1" name="system%1$d" type="delimited-text" mode="read-only">
                  <settings><setting name="file" value="data/system%1$d.csv"/></settings>
                  <object-type name="thing" anchor="Id">
                    <attribute name="Id"/><attribute name="Title"/><attribute name="Mail"/>
                  </object-type>
                </connector>
                """.formatted(system));
        write("rules/join/system%d.xml".formatted(system), """
                <join-rules xmlns="urn:syncline:1" connector="system%1$d" object-type="thing" metaverse-type="kind%1$d">
                  <join name="by id"><match attribute="Id" with="id"/></join>
                  <project name="new things"/>
                </join-rules>
                """.formatted(system));
        writeDrools(system, "first");
        if (system % 2 == 0) {
            writeScript(system, "first");
        }
        writeTests(system);
    }

    /** Writes a file of flows in XML, which is another for another word. */
    void writeFlows(int flow, String word) throws IOException {
        int system = flow % systems;
        String id = flow == system ? "<import from=\"Id\" to=\"id\"/>" : "";
        write("rules/attribute-flow/more%d.xml".formatted(flow), """
                <attribute-flows xmlns="urn:syncline:1" connector="system%1$d" object-type="thing" metaverse-type="kind%1$d">
                  %2$s
                  <import to="more%3$d">
                    <when><all><present attribute="Id"/><none><equals attribute="Title" value="none"/></none></all></when>
                    <value>IIF(Left([Id], 1) = "T", "%4$s", "other") &amp; " " &amp; UCase(Trim([Id]))</value>
                  </import>
                </attribute-flows>
                """.formatted(system, id, flow, word));
    }

    /** Writes the Drools file of a system, which is another for another word. */
    void writeDrools(int system, String word) throws IOException {
        StringBuilder rules = new StringBuilder("// " + word + "\n");
        for (String level : new String[]{"Chief", "Senior", "Junior"}) {
            rules.append("""
                    rule "%2$s"
                    when  $flow : ImportFlow( connector == "system%1$d", source["Title"] matches "%2$s .*" )
                    then  $flow.contribute("licence", "%2$s " + $flow.getSource().get("Id"), 20);
                    end
                    """.formatted(system, level));
        }
        write("rules/attribute-flow/system%d.drl".formatted(system), rules.toString());
    }

    /** Writes the script of a system, which is another for another word. */
    void writeScript(int system, String word) throws IOException {
        write("rules/attribute-flow/system%d.groovy".formatted(system), """
                // %2$s
                importFlow(connector: 'system%1$d', objectType: 'thing', metaverseType: 'kind%1$d') { source, identity, contribute ->
                    contribute 'nickname', source.Mail?.split('@')?.first(), 20
                }
                """.formatted(system, word));
    }

    /** Gives the configuration another name, which every rule test might depend on. */
    void rename(String name) throws IOException {
        Path syncline = folder.resolve("syncline.xml");
        Files.writeString(syncline,
                Files.readString(syncline).replaceFirst(" name=\"[^\"]+\"", " name=\"" + name + "\""));
    }

    private void writeTests(int system) throws IOException {
        StringBuilder tests = new StringBuilder("<rule-tests xmlns=\"urn:syncline:1\">\n");
        for (int test = 0; test < TESTS_OF_A_SYSTEM; test++) {
            tests.append("""
                      <test name="thing %2$d of %1$d">
                        <given connector="system%1$d" object-type="thing">
                          <value name="Id">T%2$d</value><value name="Title">Senior Engineer</value><value name="Mail">t%2$d@example.com</value>
                        </given>
                        <expect metaverse-type="kind%1$d">
                          <value name="id">T%2$d</value><value name="licence">Senior T%2$d</value>%3$s
                        </expect>
                      </test>
                    """.formatted(system, test,
                    system % 2 == 0 ? "<value name=\"nickname\">t%d</value>".formatted(test) : ""));
        }
        write("tests/system%d.xml".formatted(system), tests.append("</rule-tests>\n").toString());
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
