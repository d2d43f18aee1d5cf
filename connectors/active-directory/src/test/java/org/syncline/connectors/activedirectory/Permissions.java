package org.syncline.connectors.activedirectory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.syncline.connectors.ldap.entry.ObjectGuid;

/** Lets accounts do what they may not do yet, as {@code dsacls} does: puts an entry before the others of a security descriptor. */
final class Permissions {
    private static final String DESCRIPTOR = "nTSecurityDescriptor";
    private static final Control ENTRIES_ONLY = new Control("1.2.840.113556.1.4.801", true,
            new ASN1OctetString(new ASN1Sequence(new ASN1Integer(4)).encode()));
    private static final int HEADER = 20;
    private static final short ENTRIES_PRESENT = (short) 0x8004;

    private final LDAPConnection connection;

    Permissions(LDAPConnection connection) {
        this.connection = connection;
    }

    /**
     * Grants something.
     *
     * @param mask such as {@link SecurityDescriptor#CONTROL_ACCESS}
     * @param right that is named, a class, an attribute or a control access right; null for none
     */
    void grant(String dn, String account, int mask, String right) {
        try {
            byte[] sid = connection.getEntry(account, "objectSid").getAttributeValueBytes("objectSid");
            SearchRequest request = new SearchRequest(dn, SearchScope.BASE,
                    Filter.createPresenceFilter("objectClass"), DESCRIPTOR);
            request.addControl(ENTRIES_ONLY);
            byte[] before = connection.searchForEntry(request).getAttributeValueBytes(DESCRIPTOR);
            ModifyRequest modify = new ModifyRequest(dn,
                    new Modification(ModificationType.REPLACE, DESCRIPTOR, with(before, entry(sid, mask, right))));
            modify.addControl(ENTRIES_ONLY);
            connection.modify(modify);
        } catch (LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] entry(byte[] sid, int mask, String right) {
        int size = 8 + (right == null ? 0 : 4 + 16) + sid.length;
        ByteBuffer entry = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        entry.put((byte) (right == null ? 0 : 5)).put((byte) 0).putShort((short) size).putInt(mask);
        if (right != null) {
            entry.putInt(1).put(ObjectGuid.bytes(right));
        }
        return entry.put(sid).array();
    }

    private static byte[] with(byte[] before, byte[] entry) {
        ByteBuffer old = ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN);
        int list = old.getInt(16);
        int size = Short.toUnsignedInt(old.getShort(list + 2));
        int count = Short.toUnsignedInt(old.getShort(list + 4));
        ByteBuffer made = ByteBuffer.allocate(HEADER + size + entry.length).order(ByteOrder.LITTLE_ENDIAN);
        made.put((byte) 1).put((byte) 0).putShort(ENTRIES_PRESENT).putInt(0).putInt(0).putInt(0).putInt(HEADER);
        made.put((byte) 4).put((byte) 0).putShort((short) (size + entry.length)).putShort((short) (count + 1))
                .putShort((short) 0);
        return made.put(entry).put(before, list + 8, size - 8).array();
    }
}
