package org.syncline.platform.app.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.schema.identity.MetaverseObject;

/** A configuration folder that somebody edits in a hurry. */
final class StormFolder {
    private static final String TAG_A = "rules/attribute-flow/tag-a.xml";
    private static final String TAG_B = "rules/attribute-flow/tag-b.xml";
    private static final String TAG_B_RENAMED = "rules/attribute-flow/renamed.xml";
    private static final String TAG_C = "rules/attribute-flow/tag-c.groovy";
    private static final String TAG_D = "rules/attribute-flow/tag-d.drl";
    private static final String CITY = "rules/attribute-flow/city.xml";
    private static final String OFFICES = "lookup/offices.csv";
    private static final String TESTS = "tests/people.xml";

    private final Path folder;
    private final Random random;
    private final Map<String, String> wanted = new TreeMap<>();
    private int edits;

    private StormFolder(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    static StormFolder write(Path folder, String suffix, long seed) throws IOException {
        StormFolder storm = new StormFolder(folder, seed);
        storm.save("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="storm"><metaverse><object-type name="person">
                  <attribute name="id" indexed="true"/><attribute name="name"/><attribute name="office"/>
                  <attribute name="tagA"/><attribute name="tagB"/><attribute name="tagC"/><attribute name="tagD"/>
                  <attribute name="city"/>
                </object-type></metaverse></syncline>
                """);
        storm.save("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <settings><setting name="system" value="hr%s"/></settings>
                  <object-type name="employee" anchor="id">
                    <attribute name="id"/><attribute name="name"/><attribute name="office"/>
                  </object-type>
                </connector>
                """.formatted(suffix));
        storm.save("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="memory">
                  <settings><setting name="system" value="directory%s"/><setting name="names" value="true"/></settings>
                  <object-type name="person" anchor="key">
                    <attribute name="key"/><attribute name="cn"/><attribute name="tagA"/><attribute name="tagB"/>
                    <attribute name="tagC"/><attribute name="tagD"/><attribute name="city"/>
                  </object-type>
                  <guards><export cleared-values="100%%"/></guards>
                </connector>
                """.formatted(suffix));
        storm.save("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by id"><match attribute="id" with="id"/></join><project name="new"/>
                </join-rules>
                """);
        storm.save("rules/attribute-flow/hr.xml", flows("""
                <import from="id" to="id"/><import from="name" to="name"/><import from="office" to="office"/>
                """));
        storm.save("rules/attribute-flow/directory.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="directory" object-type="person" metaverse-type="person">
                  <export from="name" to="cn"/>
                  <export from="tagA" to="tagA" allow-null="true"/>
                  <export from="tagB" to="tagB" allow-null="true"/>
                  <export from="tagC" to="tagC" allow-null="true"/>
                  <export from="tagD" to="tagD" allow-null="true"/>
                  <export from="city" to="city" allow-null="true"/>
                </attribute-flows>
                """);
        storm.save("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="person" metaverse-type="person">
                  <provision name="everybody"><when><present attribute="id"/></when><dn>"cn=" &amp; [id]</dn></provision>
                </provisioning-rules>
                """);
        storm.save(TAG_A, tag("tagA", "0"));
        storm.save(TAG_B, tag("tagB", "0"));
        storm.save(TAG_C, script("0"));
        storm.save(TAG_D, drools("0"));
        storm.save(CITY, city());
        storm.save(OFFICES, offices("first"));
        storm.save(TESTS, test("Ann"));
        storm.mend();
        return storm;
    }

    /** The files of a version, in a folder of their own. */
    static Path restore(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    private static String flows(String flows) {
        return "<attribute-flows xmlns=\"urn:syncline:1\" connector=\"hr\" object-type=\"employee\" metaverse-type=\"person\">"
                + flows + "</attribute-flows>";
    }

    private static String tag(String attribute, String tag) {
        return flows(
                "<import to=\"" + attribute + "\">IIF(Right([id], 1) = \"7\", \"" + tag + "\", \"other\")</import>");
    }

    private static String script(String tag) {
        return """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    contribute 'tagC', source.id.endsWith('7') ? '%s' : 'other', 1
                }
                """.formatted(tag);
    }

    private static String drools(String tag) {
        return """
                rule "tag"
                when  $flow : ImportFlow( connector == "hr", objectType == "employee", $id : source["id"] )
                then  $flow.contribute("tagD", $id.toString().endsWith("7") ? "%s" : "other", 1);
                end
                """.formatted(tag);
    }

    private static String city() {
        return flows("<import to=\"city\"><when><present attribute=\"office\"/></when>"
                + "<value>Lookup(\"offices\", [office])</value></import>");
    }

    private static String offices(String ofThird) {
        return "office,city\nO0,Rome\nO1,Oslo\nO2,Bonn\nO3," + ofThird + "\nO4,Graz\n";
    }

    private static String test(String expected) {
        return """
                <rule-tests xmlns="urn:syncline:1"><test name="a new employee">
                  <given connector="hr" object-type="employee"><value name="id">E7</value><value name="name">Ann</value></given>
                  <expect metaverse-type="person"><value name="name">%s</value></expect>
                </test></rule-tests>
                """.formatted(expected);
    }

    Path path() {
        return folder;
    }

    int edits() {
        return edits;
    }

    /** Makes so many edits, in bursts; after most bursts the folder is as it should be. */
    void edit(int count) throws IOException, InterruptedException {
        int end = edits + count;
        while (edits < end) {
            for (int burst = 10 + random.nextInt(30); burst > 0 && edits < end; burst--) {
                one();
                Thread.sleep(random.nextInt(4));
            }
            if (random.nextInt(100) < 85) {
                mend();
            }
            Thread.sleep(150 + random.nextInt(500));
        }
    }

    private void one() throws IOException, InterruptedException {
        edits++;
        String number = String.valueOf(edits);
        switch (random.nextInt(15)) {
            case 0, 1 -> save(TAG_A, tag("tagA", number));
            case 2 -> {
                save(TAG_A, tag("tagA", number));
                save(TAG_B, tag("tagB", number));
            }
            case 3 -> inTwoSteps(TAG_A, tag("tagA", number));
            case 4 -> halfWritten(CITY, city());
            case 5 -> put(TAG_B, tag("tagB", number).substring(0, 100));
            case 6 -> put(TAG_A, tag("tagA", number).replace("Right", "Wright"));
            case 7 -> {
                if (Files.exists(folder.resolve(TAG_B))) {
                    Files.move(folder.resolve(TAG_B), folder.resolve(TAG_B_RENAMED),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            case 8 -> {
                Files.deleteIfExists(folder.resolve(CITY));
                save(TAG_B, tag("tagB", number));
                if (random.nextBoolean()) {
                    wanted.remove(CITY);
                }
            }
            case 9 -> save(OFFICES, offices("city " + number));
            case 10 -> save(TAG_C, script(number));
            case 11 -> put(TAG_C, script(number).replace("source.id", "source.di"));
            case 12 -> inTwoSteps(TAG_D, drools(number));
            case 13 -> halfWritten(TAG_D, drools(number));
            default -> put(TESTS, test("Bob"));
        }
    }

    private void save(String name, String text) throws IOException {
        wanted.put(name, text);
        put(name, text);
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void inTwoSteps(String name, String text) throws IOException {
        wanted.put(name, text);
        Path beside = folder.resolve(name + ".tmp");
        Files.writeString(beside, text);
        Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private void halfWritten(String name, String text) throws IOException, InterruptedException {
        put(name, text.substring(0, text.length() / 2));
        Thread.sleep(random.nextInt(random.nextInt(10) == 0 ? 300 : 3));
        save(name, text);
    }

    /** Makes everything as it should be. */
    private void mend() throws IOException {
        for (String name : new String[]{TAG_A, TAG_B, TAG_B_RENAMED, TAG_C, TAG_D, CITY, OFFICES, TESTS}) {
            String text = wanted.get(name);
            if (text == null) {
                Files.deleteIfExists(folder.resolve(name));
            } else if (!Files.exists(folder.resolve(name)) || !Files.readString(folder.resolve(name)).equals(text)) {
                put(name, text);
            }
        }
    }

    /** What the rules of a version say of the values that change in the storm. */
    record Said(Map<String, String> tags, Map<String, String> cities) {
        private static final Pattern TAG = Pattern.compile("(tag[A-D])[\"'].*?7[\"'][^\"']*[\"']([^\"']*)[\"']");

        static Said of(Map<String, byte[]> files) {
            Map<String, String> tags = new TreeMap<>();
            Map<String, String> cities = new TreeMap<>();
            files.forEach((name, bytes) -> {
                String text = new String(bytes, UTF_8);
                Matcher tag = TAG.matcher(text);
                if (tag.find()) {
                    tags.put(tag.group(1), tag.group(2));
                }
                if (name.equals(OFFICES)) {
                    text.lines().skip(1).map(line -> line.split(",")).forEach(row -> cities.put(row[0], row[1]));
                }
            });
            return new Said(tags, cities);
        }

        String value(String attribute, MetaverseObject identity) {
            String id = identity.attributes().get("id").asList().getFirst().text();
            return attribute.equals("city")
                    ? cities.get(identity.attributes().get("office").asList().getFirst().text())
                    : id.endsWith("7") ? tags.get(attribute) : "other";
        }
    }
}
