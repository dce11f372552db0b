package org.iochub.model.time;

/** How a source writes dates. A source declares its style; nobody guesses one. */
public enum DateStyle {
    /** {@code dd/MM/yyyy[ HH:mm[:ss]]}; also with dots or hyphens, and without leading zeros. */
    DAY_FIRST,
    /** {@code yyyy/MM/dd[ HH:mm[:ss]]}; also with dots or hyphens, and without leading zeros. */
    YEAR_FIRST,
    /** {@code yyyyMMdd[HHmm[ss]]}. */
    COMPACT,
    /** ISO 8601 with or without time and offset. */
    ISO,
    /** Milliseconds since 1970-01-01T00:00Z. */
    EPOCH_MILLIS,
    /** Days of a spreadsheet, 1900 system, the fraction being the time of day. */
    EXCEL_SERIAL,
    /** «ngày 05 tháng 3 năm 2026», a place before it allowed. */
    WORDS
}
