package org.syncline.connectors.script.groovy;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.connectors.script.form.Nonsense;

/** What a script can say at its top level. */
public abstract class ConnectorScript extends Script {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorScript.class);

    /** What a script says how to do. */
    enum Part {
        SCHEMA,
        FULL_IMPORT,
        DELTA_IMPORT,
        READ_ONE,
        ADD,
        UPDATE,
        DELETE,
        EXPORT
    }

    private final Map<Part, Closure<?>> parts = new EnumMap<>(Part.class);
    private final List<String> capabilities = new ArrayList<>();
    private Consumer<String> remarks = remark -> {};
    private GroovySettings settings;

    final void begin(GroovySettings given, Consumer<String> toldOf) {
        settings = given;
        remarks = toldOf;
    }

    final Optional<Closure<?>> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    final List<String> declaredCapabilities() {
        return capabilities;
    }

    private void declare(Part part, Closure<?> closure) {
        if (parts.put(part, closure) != null) {
            throw new Nonsense(part.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " is said twice");
        }
    }

    /** What the system offers, for {@code syncline discover}; gives a list of object types. */
    public final void schema(Closure<?> closure) {
        declare(Part.SCHEMA, closure);
    }

    /** How a page of everything is read; gets a {@link ScriptPage}. */
    public final void fullImport(Closure<?> closure) {
        declare(Part.FULL_IMPORT, closure);
    }

    /** How a page of what changed is read; gets a {@link ScriptPage}. */
    public final void deltaImport(Closure<?> closure) {
        declare(Part.DELTA_IMPORT, closure);
    }

    /** How one object is read; gets {@code objectType}, {@code anchor} and {@code dn}, gives its attributes or null. */
    public final void readOne(Closure<?> closure) {
        declare(Part.READ_ONE, closure);
    }

    /** How an object is added; gets the operation, gives null or what is new of the object: {@code [anchor: [id: 7]]}. */
    public final void add(Closure<?> closure) {
        declare(Part.ADD, closure);
    }

    /** How an object is changed; gets the operation. */
    public final void update(Closure<?> closure) {
        declare(Part.UPDATE, closure);
    }

    /** How an object is deleted; gets the operation. */
    public final void delete(Closure<?> closure) {
        declare(Part.DELETE, closure);
    }

    /** How a page of changes is written, instead of one by one; gets the operations, gives a list with a result for each. */
    public final void export(Closure<?> closure) {
        declare(Part.EXPORT, closure);
    }

    /** What the script can do besides: distinguished-names, value-level-export, referential-integrity. */
    public final void capabilities(String... names) {
        capabilities.addAll(Arrays.asList(names));
    }

    /** The parameters of the connector file, by name. */
    public final Map<String, String> getParameters() {
        return settings.parameters();
    }

    /** The names of the object types that the connector file declares. */
    public final List<String> getObjectTypes() {
        return settings.objectTypes();
    }

    /** The configuration folder. */
    public final Path getFolder() {
        return settings.folder();
    }

    /** Reads and writes JSON. */
    public final ScriptJson getJson() {
        return ScriptJson.INSTANCE;
    }

    /** What the administrator is to know of the step. */
    public final void remark(Object text) {
        remarks.accept(String.valueOf(text));
    }

    /** Refuses the operation that is being carried out. */
    public final void refuse(String error, Object message) {
        throw new Refused(error, String.valueOf(message), Map.of());
    }

    /** Refuses the operation that is being carried out; details are {@code attribute} and {@code retryAfter} in seconds. */
    public final void refuse(Map<String, Object> details, String error, Object message) {
        throw new Refused(error, String.valueOf(message), details);
    }

    /** Goes to the log: standard output belongs to the command line. */
    @Override
    public final void println(Object text) {
        LOG.info("{}: {}", settings.connector(), text);
    }

    @Override
    public final void println() {}

    @Override
    public final void print(Object text) {
        println(text);
    }
}
