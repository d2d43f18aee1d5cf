package org.syncline.dsl.xml;

import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** Hands on what was validated, with bad values replaced by those that were probably meant, or left out. */
final class AttributeRepair extends XMLFilterImpl {
    private final Map<String, String> meant = new HashMap<>();

    /**
     * Notes that an attribute of the element that begins next has a bad value.
     *
     * @param value what was probably meant; null if nobody knows
     */
    void repair(String attribute, String value) {
        meant.put(attribute, value);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes given) throws SAXException {
        AttributesImpl good = new AttributesImpl(given);
        meant.forEach((attribute, value) -> replace(good, good.getIndex(attribute), value));
        meant.clear();
        super.startElement(uri, localName, name, good);
    }

    private static void replace(AttributesImpl attributes, int index, String value) {
        if (value != null) {
            attributes.setValue(index, value);
        } else {
            attributes.removeAttribute(index);
        }
    }
}
