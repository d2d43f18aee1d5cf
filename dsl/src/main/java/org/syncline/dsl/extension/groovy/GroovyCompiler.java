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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import org.syncline.dsl.ruleset.Digest;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.ObjectType;

/**
 * Compiles the scripts of a folder, each by itself: none can call another. Kept from version to version, since it remembers what was
 * compiled: a script that stays as it is beside the same types is not compiled again.
 */
public final class GroovyCompiler {
    private static final Duration TIME_FOR_A_CALL = Duration.ofSeconds(1);
    private static final String STATIC_TYPE_CHECKING = "[Static type checking] - ";
    private static final int MANY = 1000;

    private final Duration budget;
    private final Map<String, Known> known = new HashMap<>();
    private Surroundings surroundings;

    /** What all scripts are compiled beside. */
    private record Surroundings(
            Set<String> allowed, Map<String, ObjectType> connected, Map<String, ObjectType> metaverse,
            Set<ProgramNames.Pairing> pairings) {}

    /** What was made of a content of a file. */
    private record Known(String hash, CompiledScript script) {}

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
     * @param compiled takes the name of each that had to be compiled
     * @param mistakes takes what is wrong with the files
     */
    public synchronized RuleExtension compile(
            SortedMap<String, byte[]> files, ProgramNames names, Consumer<String> compiled,
            Consumer<Mistake> mistakes) {
        List<Mistake> found = new ArrayList<>();
        List<CompiledScript> all = new ArrayList<>();
        take(new Surroundings(names.classes(), connected(names.connectors()), types(names.metaverse()),
                names.pairings()));
        files.forEach((name, content) -> {
            String hash = Digest.of(content);
            Known script = known.get(name);
            if (script != null && script.hash().equals(hash)) {
                all.add(script.script());
            } else {
                compiled.accept(name);
                compile(name, content, names, found).ifPresent(made -> {
                    all.add(made);
                    forget(known.put(name, new Known(hash, made.retain())));
                });
            }
        });
        forgetAll(name -> !files.containsKey(name));
        found.forEach(mistakes);
        return found.isEmpty() && !all.isEmpty() ? new GroovyExtension(all) : RuleExtension.NONE;
    }

    private void take(Surroundings present) {
        if (!present.equals(surroundings)) {
            surroundings = present;
            forgetAll(name -> true);
        }
    }

    private void forgetAll(Predicate<String> names) {
        for (String name : List.copyOf(known.keySet())) {
            if (names.test(name)) {
                forget(known.remove(name));
            }
        }
    }

    private static void forget(Known script) {
        if (script != null) {
            script.script().release();
        }
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

    /** Empty where there are mistakes. */
    private Optional<CompiledScript> compile(
            String name, byte[] content, ProgramNames names, List<Mistake> mistakes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return compile(new ScriptFile(name, text), names, mistakes);
        } catch (CharacterCodingException otherwise) {
            mistakes.add(new Mistake(new RuleLocation(name, 1, 1), "The file is not UTF-8", "save it as UTF-8"));
            return Optional.empty();
        }
    }

    private Optional<CompiledScript> compile(ScriptFile file, ProgramNames names, List<Mistake> mistakes) {
        HookReader hooks = new HookReader(file, new SchemaNames(names));
        try (GroovyClassLoader loader = new GroovyClassLoader(GroovyCompiler.class.getClassLoader())) {
            loader.setResourceLoader(name -> null);
            CompilationUnit unit = new CompilationUnit(
                    configuration(hooks, new AllowList(names.classes())), null, loader);
            unit.addSource(ScriptFile.SOURCE, file.text());
            unit.compile(Phases.CLASS_GENERATION);
            Map<String, byte[]> classes = unit.getClasses().stream()
                    .collect(Collectors.toMap(GroovyClass::getName, GroovyClass::getBytes));
            return Optional.of(new CompiledScript(new ScriptClasses(classes), file, hooks.declared(), budget));
        } catch (MultipleCompilationErrorsException refused) {
            for (Message message : refused.getErrorCollector().getErrors()) {
                mistakes.add(mistake(message, file));
            }
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CompilerConfiguration configuration(HookReader hooks, AllowList allowed) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTolerance(MANY);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(
                new ShapeCheck.Surface(),
                hooks,
                new ShapeCheck(allowed),
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

    private static Mistake mistake(Message message, ScriptFile file) {
        if (message instanceof SyntaxErrorMessage error) {
            SyntaxException cause = error.getCause();
            String text = cause.getOriginalMessage().replace(STATIC_TYPE_CHECKING, "").lines().findFirst().orElse("");
            return new Mistake(file.at(cause.getStartLine(), cause.getStartColumn()), text.strip(),
                    cause instanceof Refusal refusal ? refusal.suggestion() : null);
        }
        StringWriter written = new StringWriter();
        message.write(new PrintWriter(written, true));
        return new Mistake(file.at(1, 1), "The script does not compile: " + written.toString().strip(), null);
    }
}
