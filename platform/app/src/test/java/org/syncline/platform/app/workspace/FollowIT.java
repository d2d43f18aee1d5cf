package org.syncline.platform.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Systems that tell of changes while a folder is followed; a cycle of all of them comes only after an hour. */
class FollowIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUIET = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final String suffix = "-" + UUID.randomUUID();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Workspace workspace;
    private Thread following;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        save("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="follow"><metaverse><object-type name="person">
                  <attribute name="id" indexed="true"/><attribute name="name"/>
                </object-type></metaverse></syncline>
                """);
        save("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <settings><setting name="system" value="hr%s"/><setting name="tells-changes" value="true"/></settings>
                  <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="name"/></object-type>
                </connector>
                """.formatted(suffix));
        save("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="memory">
                  <settings><setting name="system" value="directory%s"/><setting name="names" value="true"/>
                    <setting name="tells-changes" value="true"/></settings>
                  <object-type name="person" anchor="key"><attribute name="key"/><attribute name="cn"/></object-type>
                </connector>
                """.formatted(suffix));
        save("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by id"><match attribute="id" with="id"/></join><project name="new"/>
                </join-rules>
                """);
        save("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import from="id" to="id"/><import from="name" to="name"/>
                </attribute-flows>
                """);
        save("rules/attribute-flow/directory.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="directory" object-type="person" metaverse-type="person">
                  <export from="name" to="cn"/>
                </attribute-flows>
                """);
        save("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="person" metaverse-type="person">
                  <provision name="everybody"><when><present attribute="id"/></when><dn>"id=" &amp; [id]</dn></provision>
                </provisioning-rules>
                """);
        workspace = Workspace.openToRun(folder, Map.of(), Clock.systemUTC(), SynclineContext.open());
        employ("1", "Ann");
        following = Thread.ofPlatform().start(() -> workspace.follow(HOUR, runner -> runner, new Listener()));
        awaitQuiet();
    }

    @AfterEach
    void stop() throws InterruptedException {
        workspace.stop();
        following.join();
        workspace.close();
        MemorySystem.forget("hr" + suffix);
        MemorySystem.forget("directory" + suffix);
    }

    private void save(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private MemorySystem hr() {
        return MemorySystem.named("hr" + suffix);
    }

    private MemorySystem directory() {
        return MemorySystem.named("directory" + suffix);
    }

    private void employ(String id, String name) {
        ObjectType type = workspace.ruleset().connectors().get("hr").objectType("employee").orElseThrow().type();
        hr().put(new Anchor(id), Attributes.builder(type).set("id", id).set("name", name).build());
    }

    private String nameOf(String id) {
        return directory().byDn("person", "id=" + id).map(account -> account.attributes().text("cn")).orElse(null);
    }

    /** Waits until nothing is told any more; nothing of it is left. */
    private void awaitQuiet() throws InterruptedException {
        while (told.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) != null) {
            continue;
        }
    }

    private void await(String expected) throws InterruptedException {
        String next = told.poll(30, TimeUnit.SECONDS);
        while (next != null && !next.equals(expected)) {
            next = told.poll(30, TimeUnit.SECONDS);
        }
        assertEquals(expected, next);
    }

    private static String cycleOf(String... connectors) {
        return "cycle " + new Trigger.Changes(Set.of(connectors));
    }

    /** What is told from now on until it is quiet. */
    private List<String> untilQuiet() throws InterruptedException {
        List<String> all = new ArrayList<>();
        String next = told.poll(30, TimeUnit.SECONDS);
        while (next != null) {
            all.add(next);
            next = told.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        return all;
    }

    @Test
    void aChangeIsFollowedByACycleOfTheSystemThatToldIt() throws InterruptedException {
        employ("2", "Bob");
        List<String> all = untilQuiet();
        assertEquals(List.of(cycleOf("hr"), "hr delta-import", "hr delta-sync", "directory export",
                "directory delta-import", "directory delta-sync"), all.subList(0, 6));
        assertEquals("Bob", nameOf("2"));
        assertTrue(all.subList(6, all.size()).stream().allMatch(Set.of(
                cycleOf("directory"), "directory delta-import")::contains), () -> "its own export is no news: " + all);
    }

    @Test
    void whatSomebodyChangesByHandIsPutRight() throws InterruptedException {
        MemoryObject account = directory().byDn("person", "id=1").orElseThrow();
        directory().put(account.anchor(), account.attributes().with("cn", new TextValue("By hand")));
        await(cycleOf("directory"));
        await("directory export");
        awaitQuiet();
        assertEquals("Ann", nameOf("1"));
    }

    @Test
    void manyChangesAreFewCycles() throws InterruptedException {
        for (int number = 100; number < 300; number++) {
            employ("" + number, "Person " + number);
        }
        List<String> all = untilQuiet();
        assertEquals("Person 299", nameOf("299"));
        assertTrue(all.stream().filter(line -> line.startsWith("cycle")).count() < 10, all::toString);
    }

    @Test
    void anOutageIsToldAndWhatChangedMeanwhileIsReadWhenItIsOver() throws InterruptedException {
        hr().breakWatches("the cable was cut");
        await("hr interrupted: the cable was cut");
        await("hr listening");
        await(cycleOf("hr"));
    }

    @Test
    void savedConnectorsAreListenedToAsTheySay() throws IOException, InterruptedException {
        String file = "connectors/hr.xml";
        String before = Files.readString(folder.resolve(file));
        save(file, before.replace("<setting name=\"tells-changes\" value=\"true\"/>", ""));
        await("cycle " + new Trigger.RulesSaved());
        awaitQuiet();
        employ("2", "Bob");
        assertEquals(null, told.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS));
        save(file, before);
        await("hr listening");
        awaitQuiet();
        assertEquals("Bob", nameOf("2"));
        employ("3", "Cid");
        await(cycleOf("hr"));
        awaitQuiet();
        assertEquals("Cid", nameOf("3"));
    }

    @Test
    void theHistoryKeepsOfQuietCyclesTheFirstAndTheLast() throws InterruptedException {
        for (int time = 0; time < 5; time++) {
            hr().breakWatches("once more");
            await("hr listening");
            awaitQuiet();
        }
        assertTrue(workspace.store().runHistory().steps(100).stream()
                .filter(step -> step.connector().equals("hr") && step.step().contains("delta-import"))
                .count() <= 3);
    }

    private final class Listener implements FollowListener {
        @Override
        public void cycleBegins(Instant now, Trigger trigger) {
            told.add("cycle " + trigger);
        }

        @Override
        public void stepEnded(StepReport report) {
            told.add(report.request().toString());
        }

        @Override
        public void rulesSaved(Reload reload) {
            told.add("rules " + reload);
        }

        @Override
        public void rulesTried(long version, WhatIfReport report) {
            told.add("tried " + version);
        }

        @Override
        public void listening(String connector) {
            told.add(connector + " listening");
        }

        @Override
        public void interrupted(String connector, String reason) {
            told.add(connector + " interrupted: " + reason);
        }
    }
}
