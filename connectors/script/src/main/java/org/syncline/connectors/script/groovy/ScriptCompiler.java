package org.syncline.connectors.script.groovy;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.FileMistake;

/** Compiles scripts, and remembers what it made of each until the file says something else. */
final class ScriptCompiler {
    private final Map<Path, Compiled> known = new HashMap<>();

    /** What was made of a text. */
    private record Compiled(String text, Class<? extends ConnectorScript> type, GroovyClassLoader loader) {}

    /**
     * What keeps a script from being compiled.
     *
     * @throws ConnectorException if there is no such file
     */
    List<FileMistake> mistakes(GroovySettings settings) {
        try {
            parse(settings);
            return List.of();
        } catch (MultipleCompilationErrorsException wrong) {
            return mistakes(settings, wrong);
        }
    }

    /** @throws ConnectorException if there is no such file, or it does not compile */
    Class<? extends ConnectorScript> compile(GroovySettings settings) {
        try {
            return parse(settings);
        } catch (MultipleCompilationErrorsException wrong) {
            FileMistake first = mistakes(settings, wrong).getFirst();
            throw refused(settings, first.file() + ":" + first.line() + ":" + first.column() + ": " + first.message(),
                    wrong);
        }
    }

    private synchronized Class<? extends ConnectorScript> parse(GroovySettings settings) {
        String text = text(settings);
        Compiled before = known.get(settings.path());
        if (before != null && before.text().equals(text)) {
            return before.type();
        }
        Compiled compiled = parse(settings, text);
        known.put(settings.path(), compiled);
        if (before != null) {
            forget(before);
        }
        return compiled.type();
    }

    private static String text(GroovySettings settings) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(settings.path()))).toString();
        } catch (CharacterCodingException otherwise) {
            throw refused(settings, settings.file() + " is not UTF-8. Save it as UTF-8.", otherwise);
        } catch (IOException unreadable) {
            throw refused(settings, "the script '" + settings.file() + "' cannot be read: " + unreadable
                    + ". Correct the setting 'file'.", unreadable);
        }
    }

    private static Compiled parse(GroovySettings settings, String text) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(ConnectorScript.class.getName());
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(new ASTTransformationCustomizer(ThreadInterrupt.class));
        GroovyClassLoader loader = new GroovyClassLoader(ScriptCompiler.class.getClassLoader(), configuration);
        GroovyCodeSource source = new GroovyCodeSource(text, ScriptFailures.sourceName(settings), "/syncline/script");
        source.setCachable(false);
        return new Compiled(text, loader.parseClass(source).asSubclass(ConnectorScript.class), loader);
    }

    private static List<FileMistake> mistakes(GroovySettings settings, MultipleCompilationErrorsException wrong) {
        return wrong.getErrorCollector().getErrors().stream().map(error -> {
            SyntaxException syntax = error instanceof SyntaxErrorMessage message ? message.getCause() : null;
            return syntax == null
                    ? new FileMistake(settings.file(), 1, 1, "it does not compile: " + wrong.getMessage())
                    : new FileMistake(settings.file(), syntax.getStartLine(), syntax.getStartColumn(),
                            syntax.getOriginalMessage());
        }).toList();
    }

    private static void forget(Compiled compiled) {
        try {
            compiled.loader().clearCache();
            compiled.loader().close();
        } catch (IOException harmless) {
            // its classes came from no file
        }
    }

    private static ConnectorException refused(GroovySettings settings, String message, Exception cause) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': " + message, cause);
    }
}
