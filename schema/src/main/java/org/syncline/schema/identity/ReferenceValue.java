package org.syncline.schema.identity;

/**
 * A reference to another object.
 *
 * <p>In a connector space it names its target as the connected system does: by a key or by a DN. In the metaverse it names the
 * target identity, so that a renamed target changes no referrer.
 */
public final class ReferenceValue implements Value {

    /** How the target is named. */
    public enum Form {
        /** By the anchor, or by the attribute that the reference's definition names; compared exactly. */
        KEY,
        /** By a distinguished name; compared without regard to case and spacing. */
        DN,
        /** By the number of a metaverse object. */
        IDENTITY
    }

    private final Form form;
    private final String key;
    private final String normalizedKey;

    private ReferenceValue(Form form, String key, String normalizedKey) {
        this.form = form;
        this.key = key;
        this.normalizedKey = normalizedKey;
    }

    public static ReferenceValue toKey(String key) {
        return new ReferenceValue(Form.KEY, key, key);
    }

    public static ReferenceValue toDn(String dn) {
        return new ReferenceValue(Form.DN, dn, DistinguishedName.normalize(dn));
    }

    public static ReferenceValue toIdentity(long metaverseObject) {
        String number = Long.toString(metaverseObject);
        return new ReferenceValue(Form.IDENTITY, number, number);
    }

    public Form form() {
        return form;
    }

    /** The key as it was reported. */
    public String key() {
        return key;
    }

    /** The key as it is compared and looked up. */
    public String normalizedKey() {
        return normalizedKey;
    }

    /**
     * The metaverse object referred to.
     *
     * @throws IllegalStateException if this reference is one of a connector space
     */
    public long identity() {
        if (form != Form.IDENTITY) {
            throw new IllegalStateException("A connector-space reference to '" + key + "' names no identity");
        }
        return Long.parseLong(key);
    }

    @Override
    public AttributeType type() {
        return AttributeType.REFERENCE;
    }

    @Override
    public String text() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReferenceValue that && form == that.form && normalizedKey.equals(that.normalizedKey);
    }

    @Override
    public int hashCode() {
        return normalizedKey.hashCode();
    }

    @Override
    public String toString() {
        return "ReferenceValue[" + form + " " + key + "]";
    }
}
