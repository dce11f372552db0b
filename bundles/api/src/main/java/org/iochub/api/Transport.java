package org.iochub.api;

import java.util.Locale;

/** How a source's data reaches the hub. */
public enum Transport {
    HTTP,
    PUSH,
    FTP,
    SFTP,
    FILE,
    FEED,
    SOAP,
    JDBC,
    MQTT,
    KAFKA,
    MAIL,
    /** Computed from the hub's own records. */
    HUB;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
