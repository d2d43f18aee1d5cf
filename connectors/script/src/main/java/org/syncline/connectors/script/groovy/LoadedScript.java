package org.syncline.connectors.script.groovy;

import groovy.lang.Closure;
import java.lang.reflect.InvocationTargetException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.script.groovy.ConnectorScript.Part;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;

/** A script that has said what it can do, and does it when it is called: each call with a limit of time. */
final class LoadedScript {
    private static final Map<Part, Capability> BY_PART = Map.of(
            Part.FULL_IMPORT, Capability.FULL_IMPORT, Part.DELTA_IMPORT, Capability.DELTA_IMPORT,
            Part.READ_ONE, Capability.READ_ONE, Part.ADD, Capability.EXPORT, Part.UPDATE, Capability.EXPORT,
            Part.DELETE, Capability.EXPORT, Part.EXPORT, Capability.EXPORT);
    private static final Map<String, Capability> BY_NAME = Set.of(Capability.DISTINGUISHED_NAMES,
            Capability.VALUE_LEVEL_EXPORT, Capability.REFERENTIAL_INTEGRITY).stream()
            .collect(Collectors.toMap(capability -> capability.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    capability -> capability));

    private final GroovySettings settings;
    private final ConnectorScript script;
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<Capability> capabilities;

    private LoadedScript(GroovySettings settings, ConnectorScript script) {
        this.settings = settings;
        this.script = script;
        script.begin(settings, remarks::add);
        within(script::run);
        this.capabilities = declared();
    }

    /** @throws ConnectorException if it does not compile, or fails while it says what it can do */
    static LoadedScript load(GroovySettings settings, ScriptCompiler compiler) {
        try {
            return new LoadedScript(settings, compiler.compile(settings).getDeclaredConstructor().newInstance());
        } catch (InvocationTargetException failed) {
            throw ScriptFailures.failed(settings, failed.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Scripts are made without arguments", impossible);
        }
    }

    private Set<Capability> declared() {
        Set<Capability> declared = EnumSet.noneOf(Capability.class);
        BY_PART.forEach((part, capability) -> {
            if (has(part)) {
                declared.add(capability);
            }
        });
        script.declaredCapabilities().forEach(name -> declared.add(Optional.ofNullable(BY_NAME.get(name)).orElseThrow(
                () -> invalid("there is no capability '" + name + "' to declare. There are "
                        + BY_NAME.keySet().stream().sorted().collect(Collectors.joining(", "))))));
        if (!has(Part.FULL_IMPORT)) {
            throw invalid("it says no fullImport { page -> ... }: without it nothing can be read or confirmed");
        }
        if (has(Part.EXPORT) && (has(Part.ADD) || has(Part.UPDATE) || has(Part.DELETE))) {
            throw invalid("it says export { ... } and add, update or delete. Say how pages are written, or how objects"
                    + " are");
        }
        return declared;
    }

    private ConnectorException invalid(String message) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': " + settings.file() + ": " + message + ".");
    }

    GroovySettings settings() {
        return settings;
    }

    Set<Capability> capabilities() {
        return capabilities;
    }

    boolean has(Part part) {
        return script.part(part).isPresent();
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * Calls a part.
     *
     * @throws ConnectorException if it takes too long
     * @throws Failure if it fails
     */
    Object call(Part part, Object... arguments) throws Failure {
        Closure<?> closure = script.part(part).orElseThrow();
        try {
            return attempt(() -> closure.call(arguments));
        } catch (ExecutionException failed) {
            throw new Failure(failed.getCause());
        }
    }

    /** A script failed. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(Throwable cause) {
            super(cause);
        }
    }

    private void within(Callable<Object> part) {
        try {
            attempt(part);
        } catch (ExecutionException failed) {
            throw ScriptFailures.failed(settings, failed.getCause());
        }
    }

    private Object attempt(Callable<Object> part) throws ExecutionException {
        FutureTask<Object> task = new FutureTask<>(part);
        Thread thread = Thread.ofPlatform().daemon().name("script of " + settings.connector()).start(task);
        try {
            return task.get(settings.callTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Connector '" + settings.connector() + "': " + where(thread) + ": it ran longer than "
                            + settings.callTimeout()
                            + " and was stopped. Look for what it waits for, or raise the setting 'call-timeout'.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Connector '" + settings.connector() + "': the step was interrupted.");
        } finally {
            thread.interrupt();
        }
    }

    private String where(Thread thread) {
        Nonsense now = new Nonsense("");
        now.setStackTrace(thread.getStackTrace());
        return ScriptFailures.place(settings, now);
    }
}
