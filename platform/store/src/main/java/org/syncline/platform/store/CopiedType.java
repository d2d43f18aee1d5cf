package org.syncline.platform.store;

import java.sql.Types;

/** How {@code COPY} writes the numbers of a column. */
enum CopiedType {
    TWO_BYTES,
    FOUR_BYTES,
    EIGHT_BYTES,
    NO_NUMBER;

    static CopiedType of(int sqlType) {
        return switch (sqlType) {
            case Types.SMALLINT -> TWO_BYTES;
            case Types.INTEGER -> FOUR_BYTES;
            case Types.BIGINT -> EIGHT_BYTES;
            default -> NO_NUMBER;
        };
    }
}
