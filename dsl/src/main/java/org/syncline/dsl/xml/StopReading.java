package org.syncline.dsl.xml;

import org.xml.sax.SAXException;

/** Ends the reading of a file of which enough is known to refuse it. */
final class StopReading extends SAXException {
    private static final long serialVersionUID = 1L;

    StopReading() {
        super("enough is known");
    }
}
