package org.syncline.dsl.xml;

import java.util.Optional;

/** The file {@code syncline.xml} as text: another store put into it without touching anything else. */
public final class SynclineFile {
    private final SourceText source;
    private final byte[] bytes;

    public SynclineFile(byte[] bytes) {
        this.source = new SourceText(FileText.of(bytes).text());
        this.bytes = bytes;
    }

    /** With this store in place of what it names; the secret may be null. */
    public byte[] withStore(String url, String user, String secret) {
        String element = storeElement(url, user, secret);
        Optional<Tag> store = store();
        return store.map(tag -> replaced(tag.begin(), source.endOf(tag), element))
                .orElseGet(() -> inserted(source.lineEnd() + "  " + element));
    }

    /** With the embedded store, which is there where no other is named. */
    public byte[] withEmbeddedStore() {
        return store().map(tag -> replaced(lineOf(tag), source.endOf(tag), "")).orElse(bytes);
    }

    /** The element that names a store. */
    public static String storeElement(String url, String user, String secret) {
        return "<store url=\"" + escaped(url) + "\" user=\"" + escaped(user) + "\""
                + (secret == null ? "" : " secret=\"" + escaped(secret) + "\"") + "/>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private Optional<Tag> store() {
        return source.elementsIn(root()).filter(tag -> source.localName(tag).equals("store")).findFirst();
    }

    private Tag root() {
        return source.tags().getFirst();
    }

    /** Behind the parameters, where there are some. */
    private byte[] inserted(String text) {
        int place = source.elementsIn(root())
                .filter(tag -> source.localName(tag).equals("parameter"))
                .mapToInt(source::endOf).max().orElse(root().end());
        return replaced(place, place, text);
    }

    /** Where the blanks and the line end before a tag begin. */
    private int lineOf(Tag tag) {
        return source.text().substring(0, tag.begin()).stripTrailing().length();
    }

    private byte[] replaced(int from, int to, String text) {
        return (source.text().substring(0, from) + text + source.text().substring(to))
                .getBytes(FileText.charset(bytes));
    }
}
