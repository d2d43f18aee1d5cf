package org.syncline.dsl.expression;

/** Something a rule needs to know beyond its object. The engine answers the questions of a whole page in one round. */
public sealed interface Question {

    /**
     * Whether an object of a connector holds a value, in any view of its connector space, or whether it is reserved.
     *
     * <p>Answered by a {@link org.syncline.schema.identity.BooleanValue}; the identity that asks does not count.
     *
     * @param identity number of the identity that asks
     * @param value compared without regard to case
     */
    record InUse(long identity, String connector, String attribute, String value) implements Question {}

    /**
     * Whether an identity is a member of a group; answered by a {@link org.syncline.schema.identity.BooleanValue}.
     *
     * @param group its DN in some system, or its name
     * @param nested whether members of groups in the group count too
     */
    record MemberOf(long identity, String group, boolean nested) implements Question {}

    /** The content of an attribute of another identity: {@code [manager.mail]}. */
    record AttributeOf(long identity, String attribute) implements Question {}
}
