package org.syncline.dsl.extension.groovy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.dsl.extension.groovy.ScriptDesk.ann;
import static org.syncline.dsl.extension.groovy.ScriptDesk.told;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known to lead out of a script is refused before anything of it runs. */
class EscapesTest {

    /** Bodies of a hook. */
    static Stream<String> inHooks() {
        return Stream.of(
                // the machine
                "System.exit(1)",
                "System.getenv('PATH')",
                "System.getProperty('user.home')",
                "Runtime.getRuntime().exec('id')",
                "Runtime.runtime.exec('id')",
                "'id'.execute()",
                "['id', '-u'].execute()",
                "new ProcessBuilder('id').start()",
                "new File('/etc/passwd').text",
                "new File('x').write('y')",
                "new java.io.FileInputStream('/etc/passwd')",
                "java.nio.file.Files.readString(java.nio.file.Path.of('/etc/passwd'))",
                "java.nio.file.Paths.get('/')",
                "new URL('http://localhost').text",
                "new URI('http://localhost').toURL()",
                "'http://localhost'.toURL()",
                "new Socket('localhost', 80)",
                "println 'x'",
                "print 'x'",
                "printf('x')",
                "System.out.println('x')",
                "sleep 1000",
                "Thread.sleep(1000)",
                "Thread.start { }",
                "new Thread({ } as Runnable).start()",
                "Thread.currentThread().interrupt()",
                "new Timer().runAfter(1) { }",
                // the clock and chance
                "new Date()",
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "java.time.Clock.systemUTC()",
                "System.currentTimeMillis()",
                "Math.random()",
                "new Random().nextInt()",
                "UUID.randomUUID()",
                // reflection and classes
                "source.getClass()",
                "source.class",
                "''.class.forName('java.lang.Runtime')",
                "''.getClass().getClassLoader()",
                "Class.forName('java.lang.Runtime')",
                "def c = String",
                "String.class",
                "String.getMethods()",
                "this.class.classLoader",
                "this.getClass()",
                "getClass()",
                "new GroovyShell().evaluate('1')",
                "new GroovyClassLoader().parseClass('class A {}')",
                "Eval.me('1')",
                "evaluate('1')",
                "run(new File('x'))",
                "javax.script.ScriptEngineManager.newInstance()",
                "new javax.script.ScriptEngineManager().getEngineByName('groovy')",
                "java.lang.invoke.MethodHandles.lookup()",
                "java.lang.reflect.Array.newInstance(Object, 1)",
                "org.codehaus.groovy.runtime.InvokerHelper.invokeMethod('', 'length', null)",
                "groovy.lang.GroovySystem.getMetaClassRegistry()",
                // Groovy's ways around
                "source.metaClass",
                "String.metaClass.length = { 1 }",
                "''.metaClass",
                "''.getMetaClass()",
                "source.invokeMethod('anchor', null)",
                "source.setProperty('x', 1)",
                "''.\"${'to' + 'String'}\"()",
                "def n = 'length'; ''.\"$n\"()",
                "''.\"length\"(); \"${''.\"$source.Name\"()}\"",
                "''.\"${'cla' + 'ss'}\"",
                "''['class']",
                "def f = ''.&length",
                "def f = String::valueOf",
                "source.@attributes",
                "contribute.@rule",
                "''.with { execute() }",
                "use(String) { }",
                "''.identity { it }",
                "binding",
                "binding.setVariable('x', 1)",
                "owner",
                "delegate",
                "def f = { owner }",
                "def f = { delegate.toString() }",
                "def f = { thisObject }",
                "def f = { this }",
                "def f = { }; f.delegate = ''",
                "def f = { }; f.setDelegate('')",
                "def f = { }; f.owner",
                "def f = { 1 }.curry()",
                "def f = { 1 }.memoize()",
                "({ 1 } as java.util.concurrent.Callable).call()",
                "({ 1 } as Runnable).run()",
                "Runnable r = { }",
                "new Object() { String toString() { 'x' } }",
                "new Expando().x",
                "[a: 1] as Expando",
                "def list = ['/etc/passwd'] as File",
                "File f = ['/etc/passwd']",
                "File f = null",
                "def f = (File) null",
                "def f = null as File",
                "def x = '' instanceof File",
                "for (File f in []) { }",
                "[].each { File f -> }",
                "try { } catch (Throwable t) { }",
                "try { } catch (Error e) { }",
                "try { } catch (ThreadDeath e) { }",
                "try { } catch (InterruptedException e) { }",
                "throw new Error('x')",
                "synchronized (source) { }",
                "assert 1 == 2",
                "source.wait()",
                "source.notifyAll()",
                "''.intern().wait(1)",
                "def (a, b) = [1, 2]",
                "[*[1, 2]]",
                "[*: [a: 1]]",
                "'x'.length(*[])",
                "new int[1000000000]",
                "'x' * 1000000000",
                "'x'.multiply(1000000000)",
                "'x'.repeat(1000000000)",
                "'x'.padLeft(1000000000)",
                "[1] * 1000000000",
                "2 ** 1000000000",
                "2.power(1000000000)",
                "def s = ~/a/",
                "'a'.eachMatch('b') { }",
                "@groovy.transform.Field int x = 1",
                "@groovy.transform.ASTTest(value = { System.exit(1) }) int x = 1",
                "@Grab('x:y:1') int x = 1",
                "@groovy.transform.TypeChecked int x = 1",
                "@groovy.util.logging.Log int x = 1",
                "@Newify(File) def x = File('y')",
                "@groovy.transform.CompileDynamic def x = { }",
                "TimeBudget.begin(null)",
                "org.syncline.dsl.extension.groovy.TimeBudget.check()",
                "org.syncline.dsl.ruleset.RuleExtension.NONE.close()",
                "source.attributes()",
                "contribute.give(null)",
                "contribute.rule()",
                "contribute.given().clear()",
                "RuleScript.main()",
                "main()",
                "x -> x",
                "def f = (x) -> x",
                "def f = 'x'::length",
                "[1].stream()",
                "[1].parallelStream().forEach { }",
                "[1].spliterator()",
                "'a'.chars()",
                "'a'.lines()",
                "'a'.bytes",
                "[1].class",
                "[:].getClass()",
                "[:].class",
                "[1]*.class",
                "[1]*.getClass()",
                "source?.class",
                "(source).class",
                "source.Name.class",
                "identity.metaClass",
                "Integer.getInteger('x')",
                "Long.getLong('x')",
                "Boolean.getBoolean('x')",
                "System.properties",
                "Locale.setDefault(Locale.ROOT)",
                "java.time.ZoneId.systemDefault()",
                "String.format('%s', new File('x'))",
                "new StringBuilder().class",
                "new ArrayList(new File('x').listFiles() as List)",
                "java.util.logging.Logger.getLogger('x')",
                "groovy.json.JsonSlurper.newInstance()",
                "new groovy.sql.Sql()",
                "groovy.util.Node.newInstance()",
                "def s = new Scanner('x')",
                "def p = new Properties()",
                "Optional.of(1)",
                "java.util.stream.Stream.of(1)",
                "java.util.concurrent.Executors.newCachedThreadPool()",
                "new java.util.concurrent.atomic.AtomicInteger()",
                "ClassLoader.getSystemClassLoader()",
                "Thread.getAllStackTraces()",
                "new Exception().stackTrace",
                "new IllegalStateException().getStackTrace()",
                "new IllegalStateException().class",
                "java.beans.Introspector.getBeanInfo(String)",
                "javax.naming.InitialContext.newInstance()");
    }

    /** Thought of when the list above was refused already. */
    static Stream<String> afterwards() {
        return Stream.of(
                "''.putAt('x', 1)",
                "['']['class']",
                "[''].getAt('class')",
                "source.Skills['class']",
                "source.Skills.getAt('class')",
                "(source as Object)['class']",
                "def m = [a: '']; m['a']['class']",
                "def m = [a: '']; m.a.class",
                "def m = [a: '']; m.a",
                "[''].each { it['class'] }",
                "[''].collect { it.class }",
                "\"${{ -> System.exit(1) }}\"",
                "source.Skills.collect(Integer.&parseInt)",
                "source.Skills.inject(System) { a, b -> a }",
                "[System].first()",
                "def f = { System }",
                "switch (source.Name) { case String: break }",
                "new ArrayList(1000000000)",
                "new StringBuilder(1000000000)",
                "new HashMap(1000000000, 1.0f)",
                "new StringBuilder().setLength(2000000000)",
                "String.format('%1000000000d', 1)",
                "'%1000000000d'.formatted(1)",
                "new BigDecimal('1e1000000000').toPlainString()",
                "1.5.setScale(1000000000)",
                "1G.shiftLeft(1000000000)",
                "1G << 1000000000",
                "1G.pow(1000000000)",
                "source.Title = 'x'",
                "source.Title ?= 'x'",
                "source.Level++",
                "contribute.rule.name = 'x'",
                "source.Name as Class",
                "'java.lang.Runtime' as Class",
                "(Class) 'java.lang.Runtime'",
                "Class c = 'java.lang.Runtime'",
                "java.lang.System.out.println('x')",
                "java.lang.System.@out",
                "importFlow(connector: 'hr', objectType: 'employee') { a, b, c -> }",
                "__hook0(source, identity, contribute)",
                "source.toString().getClass()",
                "source.Name.properties",
                "source.Name.dump()",
                "source.Name.inspect()",
                "source.Name.getProperties()",
                "source.Name.tap { execute() }",
                "source.Name.asType(Class)",
                "source.Name.iterator().remove()",
                "source.Skills.iterator()",
                "source.Skills.toArray()",
                "source.Skills.forEach { System }",
                "source.Skills.removeIf { true }",
                "source.Skills.asSynchronized()",
                "source.Skills.asImmutable().class",
                "[1].combinations()",
                "[1, 2].permutations()",
                "[1, 2].subsequences()",
                "'a'.toURI()",
                "'a'.toURL()",
                "'a'.eachLine { }",
                "'a'.getBytes()",
                "'a'.encodeBase64()",
                "def t = Thread",
                "Closure f = { 1 }; f.call().class",
                "Closure f = { 1 }; f.clone()",
                "Closure f = { 1 }; f.rehydrate(1, 1, 1)",
                "Closure f = { 1 }; f.dehydrate()",
                "Closure f = { 1 }; f.trampoline()",
                "Closure f = { 1 }; f >> { 2 }",
                "Closure f = { 1 }; f.run()",
                "new Closure(this) { }",
                "try { throw new Exception() } catch (e) { e.printStackTrace() }",
                "try { throw new IllegalStateException() } catch (Exception e) { e.addSuppressed(e) }",
                "try { throw new IllegalStateException() } catch (Exception e) { e.getCause().getClass() }",
                "label: while (true) { System.exit(1) }",
                "def x = source.Hired.query { System }; x.class",
                "java.time.ZoneId.of('UTC').getRules().getClass()",
                "java.time.Year.now()",
                "java.time.Duration.between(java.time.Instant.now(), java.time.Instant.now())",
                "def x = java.time.Month.class",
                "java.time.Month.valueOf('MAY').getDeclaringClass()",
                "Locale.getDefault()",
                "Locale.ROOT.getClass()",
                "Integer.TYPE",
                "Integer.class",
                "Integer.metaClass",
                "String.&valueOf",
                "def \"x${1}\" = 1",
                "source.\"Name\"().class",
                "source['Name'].class",
                "source['Name']['class']",
                "identity['status']['bytes']",
                "contribute['rule']",
                "contribute['class']",
                "{ -> delegate }()",
                "({ -> owner })()",
                "new java.util.ArrayList<File>([new File('x')])",
                "List<File> f = [new File('x')]",
                "def g = new File[1]",
                "var v = new File('x')",
                "final v = new File('x')",
                "1.times { System.exit(1) }",
                "1.upto(2) { System.exit(1) }",
                "1.step(2, 1) { }",
                "'a'.with { it.execute() }",
                "if (new File('x').exists()) { }",
                "return new File('x')",
                "source.Name ?: new File('x')",
                "source.Name ? new File('x') : 1",
                "!new File('x')",
                "-(new File('x').length())",
                "[new File('x')]",
                "[a: new File('x')]",
                "[(new File('x')): 1]",
                "while (new File('x')) { }",
                "for (x in new File('x').listFiles()) { }",
                "for (int i = new File('x').length(); ; ) { }",
                "switch (new File('x')) { default: break }",
                "do { new File('x') } while (false)",
                "try { new File('x') } finally { }",
                "try { } finally { new File('x') }",
                "throw new IllegalStateException(new File('x').text)",
                "(new File('x') as Object).toString()");
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void isRefusedToo(String body) {
        isRefusedInAHook(body);
    }

    /** Whole files. */
    static Stream<String> files() {
        return Stream.of(
                "@Grab('x:y:1')\nimport java.util.List",
                "@GrabResolver(name='x', root='http://localhost')\nimport java.util.List",
                "@groovy.transform.ASTTest(phase=CONVERSION, value={ System.exit(1) })\ndef a() { }",
                "@groovy.transform.BaseScript(groovy.lang.Script)\nimport java.util.List",
                "@groovy.transform.CompileDynamic\ndef a() { new File('x').text }",
                "@groovy.transform.Generated\ndef a() { new File('x').text }",
                "import static java.lang.System.exit\ndef a() { exit(1) }",
                "import static java.lang.System.*\ndef a() { exit(1) }",
                "import java.io.*\ndef a() { }",
                "import java.io.File\ndef a() { }",
                "import java.io.File as LocalDate\ndef a() { new LocalDate('x').text }",
                "package x\ndef a() { }",
                "class A { }",
                "class A { static { System.exit(1) } }",
                "enum A { B }",
                "interface A { }",
                "trait A { }",
                "record A(int b) { }",
                "@interface A { }",
                "System.exit(1)",
                "def x = new File('y').text",
                "new File('x').delete()",
                "static { System.exit(1) }",
                "File a() { null }",
                "def a(File f) { f.text }",
                "def a(x = new File('y').text) { x }",
                "def a(Closure c = { new File('y') }) { c.call() }",
                "def propertyMissing(String name) { System.exit(1) }",
                "def methodMissing(String name, args) { System.exit(1) }",
                "def getProperty(String name) { new File(name).text }",
                "def a() { this.binding }",
                "def a() { super.toString() }",
                "def a() { b() }\ndef b() { new File('x').text }",
                "def a() throws java.io.IOException { throw new java.io.IOException() }",
                "importFlow(connector: 'hr', objectType: System.getenv('x')) { a, b, c -> }",
                "importFlow(connector: 'hr', objectType: \"${System.exit(1)}\") { a, b, c -> }",
                "importFlow(connector: 'hr', objectType: 'employee', { a, b, c -> }.curry(1))",
                "importFlow(connector: 'hr', objectType: 'employee') { a, b, c = System.exit(1) -> }",
                "importFlow(connector: 'hr', objectType: 'employee') { a, b, File c -> }",
                "importFlow(connector: 'hr', objectType: 'employee') { a, b, @Lazy c -> }",
                "importFlow(connector: 'hr', objectType: 'employee') { a, b, c -> new File('x') }\nSystem.exit(1)");
    }

    @Test
    void thereAreMoreThanSixty() {
        assertTrue(inHooks().count() + files().count() > 200);
    }

    @ParameterizedTest
    @MethodSource("inHooks")
    void isRefusedInAHook(String body) {
        List<String> mistakes = new ScriptDesk().with("a.groovy", """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                %s
                }
                """.formatted(body)).mistakes();
        assertFalse(mistakes.isEmpty(), () -> "Nobody refused: " + body);
        assertTrue(mistakes.stream().allMatch(mistake -> mistake.startsWith("a.groovy:")), mistakes::toString);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedInAFile(String text) {
        List<String> mistakes = new ScriptDesk().with("a.groovy", text).mistakes();
        assertFalse(mistakes.isEmpty(), () -> "Nobody refused: " + text);
    }

    /** The allow-list is not so narrow that nothing useful is left. */
    @ParameterizedTest
    @MethodSource("useful")
    void isAllowed(String body) {
        String script = """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                %s
                contribute 'status', 'done', 1
                }
                """.formatted(body);
        assertEquals(List.of(), new ScriptDesk().with("a.groovy", script).mistakes(), body);
        List<String> told = told(new ScriptDesk().with("a.groovy", script).rules().importFlows(List.of(ann()))
                .getFirst());
        assertEquals(List.of("status=done@1 by a at 1"), told, body);
    }

    static Stream<String> useful() {
        return Stream.of(
                "def x = source.Name.split(' ').collect { it.capitalize() }.join(' ')",
                "def x = source.Skills.findAll { it.startsWith('j') }.sort().unique().size()",
                "def x = \"${source.Name} <${source.EmailAddress}>\"",
                "def x = source.Title ==~ /Chief .*/ ? 1 : 2",
                "def x = source.Title =~ /Chief (.*)/\nif (x.find()) { def y = x.group(1) }",
                "def x = ['a': 1, 'b': 2].collect { k, v -> k + v }",
                "Map<String, String> m = [a: 'b']\ndef x = m['a']\ndef y = m.getOrDefault('c', 'd')",
                "int sum = 0\nfor (i in 1..10) { sum += i }",
                "int sum = 0\nfor (int i = 0; i < 10; i++) { sum = sum + i }",
                "def x = 0\nwhile (x < 5) { x = x + 1 }",
                "def x = source.Hired.plus(java.time.Duration.ofDays(30))",
                "def x = java.time.LocalDate.ofInstant(source.Hired, java.time.ZoneOffset.UTC).plusYears(1)",
                "def x = java.time.temporal.ChronoUnit.DAYS.between(source.Hired, source.Hired)",
                "def x = source.Hired.atZone(java.time.ZoneId.of('Europe/Berlin'))"
                        + ".format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE)",
                "switch (source.Level) { case 1..3: break; case 7: def y = 1; break; default: def z = 2 }",
                "try { def x = Integer.parseInt('x') } catch (NumberFormatException e) { def y = 1 }",
                "def x = source.Level?.intValue() ?: 0",
                "def x = 'abc'.take(2).padLeft(5, '0').reverse().toUpperCase()".replace(".padLeft(5, '0')", ""),
                "def x = new LinkedHashMap<String, Integer>()\nx.put('a', 1)",
                "def x = source.Name.tokenize(' ').first().toLowerCase(Locale.ROOT)",
                "def x = [3, 1, 2].max() + ([1, 2].sum() as Integer)",
                "def x = source.Skills.any { it in ['java', 'go'] } && !source.Skills.isEmpty()",
                "def x = source.Skills*.toUpperCase()",
                "def x = Math.max(1, 2) + 7 / 2 + 7 % 2",
                "def f = { String s -> s.trim() }\ndef x = f.call(' a ')",
                "def x = source.Name[0] + source.Name[0..2] + source.Skills[0] + source.Name.split(' ')[1]",
                "def x = []\nx << 1",
                "def x = identity.isConnectedTo('ad')");
    }

    @Test
    void aClassThatIsAllowedByNameMayBeUsed() {
        String script = """
                importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                    contribute 'status', java.util.UUID.nameUUIDFromBytes(source.Name.getBytes()).toString(), 1
                }
                """.replace("source.Name.getBytes()", "null");
        assertFalse(new ScriptDesk().with("a.groovy", script).mistakes().isEmpty());
        assertEquals(List.of(), new ScriptDesk().with("a.groovy", script).allowing("java.util.UUID").mistakes());
    }
}
