package org.iochub.alerts.internal.send;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.iochub.mail.cfg}: the server that takes the hub's mails. */
@ObjectClassDefinition(name = "IOC Hub mail")
public @interface MailConfig {
    @AttributeDefinition(name = "Host", description = "The SMTP server; no mail is sent when empty.")
    String host() default "";

    @AttributeDefinition(name = "Port")
    int port() default 587;

    @AttributeDefinition(name = "TLS", description = "starttls, tls from the first byte, or none")
    String tls() default "starttls";

    @AttributeDefinition(name = "User", description = "No sign-in when empty.")
    String user() default "";

    @AttributeDefinition(name = "Password", description = "env:NAME or file:PATH of it")
    String password() default "";

    @AttributeDefinition(name = "Sender", description = "An address, or Name <address>")
    String from() default "";
}
