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
    MAIL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
