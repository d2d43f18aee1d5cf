package org.syncline.dsl.extension.groovy;

import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.ObjectType;

/** Compiles the scripts of a folder as one unit. Kept from version to version, since it remembers what was compiled last. */
public final class GroovyCompiler {
    private static final Duration TIME_FOR_A_CALL = Duration.ofSeconds(1);
    private static final String STATIC_TYPE_CHECKING = "[Static type checking] - ";
    private static final int MANY = 1000;

    private final Duration budget;
    private Compiled last;

    private record Key(
            Map<String, String> texts, Set<String> allowed, Map<String, ObjectType> connected,
            Map<String, ObjectType> metaverse) {}

    private record Compiled(Key key, Scripts scripts) {}

    public GroovyCompiler() {
        this(TIME_FOR_A_CALL);
    }

    /** @param budget how long a script may take for one fact */
    GroovyCompiler(Duration budget) {
        this.budget = budget;
    }

    /**
     * The rules of some files; none where there are mistakes.
     *
     * @param files their content by name, in order
     * @param mistakes takes what is wrong with the files
     */
    public synchronized RuleExtension compile(
            SortedMap<String, byte[]> files, ProgramNames names, Consumer<Mistake> mistakes) {
        List<Mistake> found = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, content) -> texts.put(name, text(name, content, found)));
        if (files.isEmpty() || !found.isEmpty()) {
            found.forEach(mistakes);
            return RuleExtension.NONE;
        }
        Key key = new Key(texts, names.classes(), connected(names.connectors()), types(names.metaverse()));
        if (last == null || !last.key.equals(key) || last.scripts.areReleased()) {
            Scripts scripts = compile(texts, new AllowList(names.classes()),
                    new SchemaNames(names.connectors(), names.metaverse()), found);
            found.forEach(mistakes);
            if (scripts == null) {
                return RuleExtension.NONE;
            }
            last = new Compiled(key, scripts);
        }
        return new GroovyExtension(last.scripts.retain());
    }

    private static Map<String, ObjectType> connected(Map<String, ConnectorDefinition> connectors) {
        Map<String, ObjectType> types = new LinkedHashMap<>();
        connectors.values().forEach(connector -> connector.objectTypes()
                .forEach(type -> types.put(connector.name() + "\0" + type.type().name(), type.type())));
        return types;
    }

    private static Map<String, ObjectType> types(Map<String, MetaverseType> metaverse) {
        return metaverse.values().stream().map(MetaverseType::type)
                .collect(Collectors.toMap(ObjectType::name, type -> type));
    }

    private static String text(String name, byte[] content, List<Mistake> mistakes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException otherwise) {
            mistakes.add(new Mistake(new RuleLocation(name, 1, 1), "The file is not UTF-8", "save it as UTF-8"));
            return "";
        }
    }

    /** Null where there are mistakes. */
    private Scripts compile(
            Map<String, String> texts, AllowList allowed, SchemaNames schemas, List<Mistake> mistakes) {
        Map<String, ScriptFile> bySource = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            ScriptFile file = new ScriptFile("Script" + bySource.size(), name, text);
            bySource.put(file.source(), file);
        });
        HookReader hooks = new HookReader(bySource, schemas);
        try (GroovyClassLoader names = new GroovyClassLoader(GroovyCompiler.class.getClassLoader())) {
            names.setResourceLoader(name -> null);
            CompilationUnit unit = new CompilationUnit(configuration(bySource, hooks, allowed), null, names);
            bySource.values().forEach(file -> unit.addSource(file.source(), file.text()));
            unit.compile(Phases.CLASS_GENERATION);
            Map<String, byte[]> classes = unit.getClasses().stream()
                    .collect(Collectors.toMap(GroovyClass::getName, GroovyClass::getBytes));
            Map<String, ScriptFile> byClass = bySource.values().stream()
                    .collect(Collectors.toMap(ScriptFile::className, file -> file));
            return new Scripts(new ScriptClasses(classes), byClass, hooks.declared(), budget);
        } catch (MultipleCompilationErrorsException refused) {
            for (Message message : refused.getErrorCollector().getErrors()) {
                mistakes.add(mistake(message, bySource));
            }
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CompilerConfiguration configuration(
            Map<String, ScriptFile> files, HookReader hooks, AllowList allowed) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTolerance(MANY);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(
                new ShapeCheck.Surface(),
                hooks,
                new ShapeCheck(files, allowed),
                new CompilationCustomizer(CompilePhase.SEMANTIC_ANALYSIS) {
                    @Override
                    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
                        source.getAST().putNodeMetaData(AllowList.class, allowed);
                    }
                },
                new ASTTransformationCustomizer(
                        Map.of("extensions", List.of(CallCheck.class.getName())), CompileStatic.class));
        return configuration;
    }

    private static Mistake mistake(Message message, Map<String, ScriptFile> files) {
        if (message instanceof SyntaxErrorMessage error) {
            SyntaxException cause = error.getCause();
            ScriptFile file = files.get(cause.getSourceLocator());
            String text = cause.getOriginalMessage().replace(STATIC_TYPE_CHECKING, "").lines().findFirst().orElse("");
            return new Mistake(file.at(cause.getStartLine(), cause.getStartColumn()), text.strip(),
                    cause instanceof Refusal refusal ? refusal.suggestion() : null);
        }
        StringWriter written = new StringWriter();
        message.write(new PrintWriter(written, true));
        return new Mistake(
                files.values().iterator().next().at(1, 1), "The scripts do not compile: " + written.toString().strip(),
                null);
    }
}
