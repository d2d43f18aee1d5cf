package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules can reach: values, and nothing beside them. */
class DroolsReachTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "Runtime.getRuntime().exit(1);",
                    "System.exit(1);",
                    "System.getenv();",
                    "java.lang.System.exit(1);",
                    "new java.io.File(\"/etc/passwd\");",
                    "new File(\"/etc/passwd\");",
                    "java.nio.file.Files.list(null);",
                    "new Thread(() -> {}).start();",
                    "Thread.currentThread();",
                    "new ProcessBuilder(\"id\").start();",
                    "\"\".getClass().forName(\"java.lang.Runtime\");",
                    "String.class.getClassLoader();",
                    "Class.forName(\"java.lang.Runtime\");",
                    "new java.net.URL(\"http://example.com\").openStream();",
                    "drools.getWorkingMemory();",
                    "kcontext.getKieRuntime();",
                    "insert(\"x\");",
                    "delete($flow);",
                    "List.of(1).parallelStream().count();",
                    "List.of(1).stream().parallel().count();",
                    "synchronized ($flow) {}",
                    "$flow.wait();",
                    "Math.random();",
                    "Collections.shuffle(null, new Random());",
                    "UUID.randomUUID();",
                    "Instant.now();",
                    "LocalDate . now();",
                    "java.util.ServiceLoader.load(Runnable.class);",
                    "Object o = \"\\u0022; System.exit(1); //\";",
                    "\\u0053ystem.exit(1);",
                    "$flow.firing();",
                    "$flow.fail(null, null);",
                    "org.syncline.dsl.ruleset.RuleExtension.of(null);",
                    "org.drools.core.util.IoUtils.readFileAsString(null);",
                    "Programs p = null;",
                    "new Object() { void x() throws Exception { Runtime.getRuntime(); } };",
                    "@SuppressWarnings(\"all\") int x = 1;"})
    void consequencesReachNothingElse(String line) {
        assertRefused("rule one when $flow : ImportFlow() then\n" + line + "\nend");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "Runtime.getRuntime() != null",
                    "System.getenv(\"HOME\") != null",
                    "source.class.forName(\"java.lang.Runtime\") != null",
                    "source.getClass() != null",
                    "this.class.classLoader != null",
                    "java.lang.Runtime.getRuntime() != null",
                    "(new java.io.File(\"/\")).exists()",
                    "Thread.activeCount() > 0",
                    "Class.forName(\"java.lang.Runtime\") != null",
                    "firing != null",
                    "org.mvel2.MVEL.eval(\"1\") != null"})
    void conditionsReachNothingElse(String constraint) {
        assertRefused("rule one when $flow : ImportFlow( " + constraint + " ) then end");
    }

    private static void assertRefused(String rule) {
        assertFalse(new RuleDesk().with("x.drl", rule).mistakes().isEmpty());
    }

    @Test
    void whatRulesCommonlyNeedIsThereWithoutImports() {
        RuleDesk desk = new RuleDesk().with("x.drl", """
                rule "all kinds of things"
                when $flow : ImportFlow( $name : source["Name"], $skills : source["Skills"] )
                then
                  List<String> words = new ArrayList<>();
                  for (Object skill : (List<?>) $skills) {
                      words.add(String.valueOf(skill).toUpperCase(Locale.ROOT));
                  }
                  String all = words.stream().sorted().collect(Collectors.joining(","));
                  LocalDate day = LocalDate.ofInstant($flow.getNow(), ZoneId.of("Europe/Berlin"));
                  $flow.contribute("status", $name + ":" + all + ":" + day + ":" + Math.max(1, 2), 1);
                end
                """);
        assertEquals(List.of("status=TextValue[text=Ada:JAVA,SQL:2026-03-01:2]@1 by all kinds of things at 1"),
                RuleDesk.told(desk.rules().importFlows(List.of(RuleDesk.employee(RuleDesk.employee("Ada", "x").object()
                        .hologram().known().toBuilder()
                        .set("Skills", List.of(RuleDesk.text("sql"), RuleDesk.text("java"))).build()))).getFirst()));
    }

    @Test
    void aClassThatTheFolderAllowsIsImported() {
        String rule = "import java.util.UUID;\nrule one when $flow : ImportFlow() then\n"
                + "  $flow.contribute(\"status\", UUID.nameUUIDFromBytes(new byte[0]).toString(), 1);\nend";
        RuleDesk desk = new RuleDesk().with("x.drl", rule);
        assertEquals(
                List.of("x.drl:1:1 Rules may not use 'java.util.UUID'; syncline.xml can allow a class by its name; what"
                        + " rules commonly need is there without import",
                        "x.drl:3:30 Rules may not use 'UUID'; syncline.xml can allow a class by its name"),
                desk.mistakes());
        assertEquals(List.of("status=TextValue[text=d41d8cd9-8f00-3204-a980-0998ecf8427e]@1 by one at 2"),
                RuleDesk.told(desk.allowing("java.util.UUID").rules()
                        .importFlows(List.of(RuleDesk.employee("Ada", "x"))).getFirst()));
    }

    @Test
    void classesOutOfReachAreNotLoadedEither() {
        ClassLoader loader = new VisibleClasses(java.util.Set.of());
        for (String name : List.of("java.lang.Runtime", "java.lang.Thread$State", "java.io.File",
                "java.util.concurrent.Executors", "java.net.URL", "java.lang.reflect.Method", "sun.misc.Unsafe")) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name), name);
        }
    }
}
