package org.syncline.platform.engine.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.syncline.dsl.ruleset.Ruleset;

/** The one version of the rules that a step uses for its whole life, and what is made of them once for all of its steps. */
public final class PinnedRules {
    private final Ruleset ruleset;
    private final long version;
    private final Map<Class<?>, Object> prepared = new ConcurrentHashMap<>();

    public PinnedRules(Ruleset ruleset, long version) {
        this.ruleset = ruleset;
        this.version = version;
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    public long version() {
        return version;
    }

    /**
     * The rules in another form, which is made when it is first asked for.
     *
     * @param form immutable, since all steps and threads share it
     */
    public <T> T prepared(Class<T> form, Function<Ruleset, T> preparation) {
        return form.cast(prepared.computeIfAbsent(form, unused -> preparation.apply(ruleset)));
    }
}
