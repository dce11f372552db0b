package org.iochub.alerts.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.iochub.alerts.cfg}: from where on something is wrong, and who is told. */
@ObjectClassDefinition(pid = "org.iochub.alerts", name = "IOC Hub alerts")
public @interface AlertsConfig {
    @AttributeDefinition(name = "Period", description = "Seconds between two looks")
    int periodSeconds() default 30;

    @AttributeDefinition(name = "Muted", description = "Rules that do not count, separated by commas")
    String muted() default "";

    @AttributeDefinition(description = "Seconds a source must fail, flood or be stale before it is told")
    int sourceSeconds() default 300;

    @AttributeDefinition(description = "Seconds the store must be down")
    int storeSeconds() default 60;

    @AttributeDefinition(description = "Seconds a webhook or tap must be dead")
    int deliverySeconds() default 900;

    @AttributeDefinition(description = "Seconds something must be in order before it is over")
    int overSeconds() default 60;

    @AttributeDefinition(description = "Seconds after a start for which a thing that is not there may still come")
    int startSeconds() default 300;

    @AttributeDefinition(description = "Records a minute; a source's alert.floodPerMinute goes before")
    long floodPerMinute() default 60_000;

    @AttributeDefinition(description = "Refused records an hour; a source's alert.quarantinePerHour goes before")
    long quarantinePerHour() default 100;

    @AttributeDefinition(description = "Percent of the disk that is free")
    int diskWarningPercent() default 10;

    @AttributeDefinition(description = "Percent of the disk that is free")
    int diskCriticalPercent() default 5;

    @AttributeDefinition(description = "Days before a certificate's last")
    int certificateWarningDays() default 30;

    @AttributeDefinition(description = "Days before a certificate's last")
    int certificateCriticalDays() default 7;

    @AttributeDefinition(description = "Addresses besides the hub's own whose certificates count: host:port, …")
    String certificates() default "";

    @AttributeDefinition(description = "Hours between two walks through the archive")
    int archiveHours() default 6;

    @AttributeDefinition(
            description = "The archive's folder, as org.iochub.hub.cfg says it; in the hub's own when empty")
    String archiveFolder() default "";

    @AttributeDefinition(description = "Attempts in a row after which a webhook is failing")
    int webhookFailures() default 5;

    @AttributeDefinition(description = "Where alerts are posted; no webhook when empty")
    String webhook() default "";

    @AttributeDefinition(description = "env:NAME or file:PATH of the secret, whsec_… as of the hub's other webhooks")
    String webhookSecret() default "";

    @AttributeDefinition(description = "Mail addresses that get every alert, separated by commas")
    String mailTo() default "";

    @AttributeDefinition(description = "Whether the contacts of the sector and those on duty get mails, too")
    boolean mailContacts() default true;

    @AttributeDefinition(description = "More alerts than this at once are one mail")
    int digest() default 5;

    @AttributeDefinition(description = "Who looks after the hub itself: a name, a telephone, a mail address")
    String contact() default "";

    @AttributeDefinition(description = "Where the runbook is read; the hub's own pages when empty")
    String runbook() default "";
}
