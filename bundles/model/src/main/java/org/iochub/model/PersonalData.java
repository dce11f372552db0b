package org.iochub.model;

/** How personal a field is, after Law 91/2025/QH15 and Decree 356/2025/NĐ-CP. */
public enum PersonalData {
    NONE,
    /** Names, numbers, addresses, free text in which people write about themselves. */
    BASIC,
    /** Health, whereabouts, biometrics, images of identity papers (Article 4). */
    SENSITIVE;

    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
