package org.iochub.delivery.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.iochub.delivery.cfg}: where webhooks may go. */
@ObjectClassDefinition(name = "IOC Hub deliveries")
public @interface DeliveryConfig {
    @AttributeDefinition(
            name = "Hosts",
            description =
                    "Hosts that webhooks may go to, separated by commas; *.example.vn for all below. Any when empty.")
    String hosts() default "";

    @AttributeDefinition(
            name = "Networks",
            description =
                    "Internal ranges that webhooks may go to all the same: 10.1.0.0/16, fd00::/8. None when empty.")
    String networks() default "";

    @AttributeDefinition(name = "HTTP", description = "Whether receivers without TLS are allowed.")
    boolean http() default false;

    @AttributeDefinition(
            name = "CA",
            description =
                    "A PEM file of issuers that receivers' certificates may come from, beside those that the machine knows.")
    String ca() default "";
}
