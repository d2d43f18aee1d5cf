package org.syncline.platform.store.encoding;

/** The numbers that stand for the names of rules. */
public interface RuleNumbers {

    int number(String rule);

    String rule(int number);
}
