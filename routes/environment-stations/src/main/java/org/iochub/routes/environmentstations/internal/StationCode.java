package org.iochub.routes.environmentstations.internal;

/** Which part of a file's name tells stations apart. */
public enum StationCode {
    STATION,
    FACILITY_STATION,
    FULL
}
