package org.syncline.dsl.lint;

/** What is looked for. The codes are the same in all versions: administrators accept what they mean by them. */
public enum LintCode {
    CONDITION_NEVER_HOLDS(
            "condition-never-holds",
            "A condition, or a part of it, holds for no object there could be.",
            "Correct the condition; to switch a rule off, write enabled=\"false\"."),
    CONDITION_HOLDS_FOR_EVERY_VALUE(
            "condition-holds-for-every-value",
            "Alternatives about one attribute, of which every value meets one.",
            "Write And where all of them were meant, as in [a] <> \"x\" And [a] <> \"y\"; IsPresent where any value will do."),
    RULE_UNREACHABLE(
            "rule-unreachable",
            "Whenever this rule could apply, a rule before it does.",
            "Put the narrower rule first, narrow the condition of the other, or leave this one out."),
    CONTRIBUTION_NEVER_WINS(
            "contribution-never-wins",
            "Whenever this flow has a value, another one from the same object wins.",
            "Give it the lower precedence, narrow the condition of the other, or leave it out."),
    ATTRIBUTE_NEVER_READ(
            "attribute-never-read",
            "Values flow into an attribute of the metaverse that no rule reads and that is not indexed.",
            "Let it flow on, leave the flow out, or declare the attribute with indexed=\"true\" if people search by it."),
    ATTRIBUTE_NEVER_FILLED(
            "attribute-never-filled",
            "A rule reads an attribute of the metaverse into which nothing flows.",
            "Let a value flow into it, or read another."),
    MANDATORY_ATTRIBUTE_UNFILLED(
            "mandatory-attribute-unfilled",
            "Accounts are created without an attribute that the system demands: it will refuse each of them.",
            "Add an <export> flow or an <initial> for it."),
    ACCOUNT_CREATED_TWICE(
            "account-created-twice",
            "Two files of rules may each create an account in one system for one identity.",
            "Put both rules into one file, where the first that holds creates, or let their conditions exclude each other."),
    JOIN_NOT_INDEXED(
            "join-not-indexed",
            "A join matches with an attribute that is not declared to be looked up by.",
            "Declare the attribute with indexed=\"true\" in syncline.xml."),
    CLOCK_READ_DAILY(
            "clock-read-daily",
            "The clock is read in a way of which nobody can say when it makes a difference: it is decided anew at 00:00.",
            "Compare a date with Now() or Today(), as in [until] < Today(), where the moment matters."),
    FILE_OF_ANOTHER_NAME(
            "file-of-another-name",
            "The file of a connector has another name than the connector, by which rules and commands know it.",
            "Rename the file, or write its name in name=\"...\" of the connector."),
    ACCEPTED_IN_VAIN(
            "accepted-in-vain",
            "Something is accepted that is not there.",
            "Leave the code out of accept.");

    private final String text;
    private final String meaning;
    private final String mend;

    LintCode(String text, String meaning, String mend) {
        this.text = text;
        this.meaning = meaning;
        this.mend = mend;
    }

    /** As it is written and shown. */
    public String text() {
        return text;
    }

    /** What it says of a configuration. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }

    @Override
    public String toString() {
        return text;
    }
}
