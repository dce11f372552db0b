package org.iochub.routes.health.internal;

/**
 * What is taken of one visit: nothing that names or describes a person. Lives until it is counted.
 *
 * @param bedDays 0 for an outpatient
 */
record Visit(Kind kind, IcdChapter chapter, long bedDays) {
    /** How a patient was seen. */
    enum Kind {
        OUTPATIENT("outpatient"),
        INPATIENT("inpatient");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
