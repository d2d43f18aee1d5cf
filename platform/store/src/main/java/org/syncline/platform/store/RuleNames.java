package org.syncline.platform.store;

import java.util.HashMap;
import java.util.Map;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.encoding.RuleNumbers;

/** The numbers of rule names: 0 is no rule. */
final class RuleNames implements RuleNumbers {
    private final Session session;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    RuleNames(Session session) {
        this.session = session;
        session.list("rules", "select id, name from rule_name", Filling.NOTHING, row -> keep(row.small(), row.text()));
    }

    private int keep(int number, String name) {
        numbers.put(name, number);
        names.put(number, name);
        return number;
    }

    @Override
    public synchronized int number(String rule) {
        if (rule == null) {
            return 0;
        }
        Integer known = numbers.get(rule);
        return known != null ? known : add(rule);
    }

    private int add(String rule) {
        int number = numbers.size() + 1;
        session.update("rules", "insert into rule_name (id, name) values (?, ?)",
                parameters -> parameters.put(number).put(rule));
        return keep(number, rule);
    }

    @Override
    public synchronized String rule(int number) {
        String rule = names.get(number);
        if (rule == null && number != 0) {
            throw new StoreException("The store names rule " + number
                    + ", which it does not list: it is damaged. Restore it from a backup");
        }
        return rule;
    }
}
