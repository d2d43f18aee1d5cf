package org.syncline.connectors.file;

/** Takes the records of a file as they are read. */
public interface RecordHandler {

    /** A record that begins in this line. */
    void record(FileRecord record, long line);

    /** A record with bytes that could not be decoded. */
    void undecodable(FileRecord record, long line);

    /**
     * Something that is no record.
     *
     * @param complaint what is wrong and what to do
     */
    void malformed(long line, String complaint);
}
