package org.syncline.rules.attributeflow;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The addresses of a mailbox: {@code SMTP:} marks its only main one, {@code smtp:} the others; it has each once, whatever the case. */
final class ProxyAddresses {
    private static final String MAIN = "SMTP:";
    private static final String OTHER = "smtp:";

    private ProxyAddresses() {}

    /** By which two are the same of the same kind. */
    static Object compared(Value value) {
        if (!(value instanceof TextValue text)) {
            return value;
        }
        int prefix = text.text().indexOf(':') + 1;
        return text.text().substring(0, prefix) + text.text().substring(prefix).toLowerCase(Locale.ROOT);
    }

    /** What others brought, as it may stand beside ours. */
    static Set<Value> beside(Set<Value> others, Collection<Value> ours) {
        Set<Object> addresses = ours.stream().map(ProxyAddresses::address).collect(Collectors.toSet());
        boolean hasMain = ours.stream().anyMatch(ProxyAddresses::isMain);
        return others.stream()
                .filter(other -> !addresses.contains(address(other)))
                .map(other -> hasMain && isMain(other) ? asOther(other) : other)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Object address(Value value) {
        return value instanceof TextValue text ? text.text().toLowerCase(Locale.ROOT) : value;
    }

    private static boolean isMain(Value value) {
        return value instanceof TextValue text && text.text().startsWith(MAIN);
    }

    private static Value asOther(Value main) {
        return new TextValue(OTHER + main.text().substring(MAIN.length()));
    }
}
