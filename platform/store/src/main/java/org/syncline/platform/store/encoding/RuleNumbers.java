package org.syncline.platform.store.encoding;

/** The numbers that stand for the names of rules. */
public interface RuleNumbers {

    /** Where nothing names a rule. */
    RuleNumbers NONE = new RuleNumbers() {
        @Override
        public int number(String rule) {
            return 0;
        }

        @Override
        public String rule(int number) {
            return null;
        }
    };

    int number(String rule);

    String rule(int number);
}
