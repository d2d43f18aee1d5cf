package org.syncline.dsl.extension.groovy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Loads the classes of the scripts of one version; with it they go. */
final class ScriptClasses extends ClassLoader {
    private final Map<String, Class<?>> loaded = new HashMap<>();

    /** @param compiled the code of each class by its name */
    ScriptClasses(Map<String, byte[]> compiled) {
        super("scripts", ScriptClasses.class.getClassLoader());
        compiled.forEach((name, code) -> loaded.put(name, defineClass(name, code, 0, code.length)));
    }

    /** A method of a class, to be called with what it takes as one array. */
    MethodHandle method(String type, String name) {
        Method found = Stream.of(loaded.get(type).getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return MethodHandles.publicLookup().unreflect(found)
                    .asSpreader(Object[].class, found.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("The methods of scripts are public", impossible);
        }
    }

    /** Has Groovy forget what it remembers of the classes. */
    void forget() {
        loaded.values().forEach(InvokerHelper::removeClass);
        loaded.clear();
    }
}
