package org.iochub.core.report;

import java.util.Locale;

/** The forms of a report. */
public enum ReportFormat {
    /** For machines. */
    JSON("application/json"),
    /** For the screen: one file, nothing from elsewhere. */
    HTML("text/html; charset=utf-8"),
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Also the ending of the file. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
