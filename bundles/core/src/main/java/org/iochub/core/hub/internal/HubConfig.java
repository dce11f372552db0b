package org.iochub.core.hub.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.iochub.hub.cfg}, as far as it says who and where this hub is. */
@ObjectClassDefinition(name = "IOC Hub")
public @interface HubConfig {
    @AttributeDefinition(
            name = "Name",
            description = "Tells hubs apart: letters, digits and hyphens. A random one is kept when empty.")
    String id() default "";

    @AttributeDefinition(name = "Folder", description = "The instance's own folder; the container's when empty.")
    String data() default "";

    @AttributeDefinition(
            name = "Public address",
            description = "How readers reach the hub; from bind and port when empty.")
    String publicUrl() default "";

    @AttributeDefinition(name = "Bind", description = "The address the HTTP service listens at.")
    String bind() default "127.0.0.1";

    @AttributeDefinition(name = "Port", description = "The port the HTTP service listens at.")
    int port() default 8181;

    @AttributeDefinition(name = "TLS", description = "Whether the HTTP service speaks TLS, for the public address.")
    boolean tls() default false;
}
