package org.iochub.store.internal.open;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.iochub.hub.cfg} that concern the store. */
@ObjectClassDefinition(name = "IOC Hub: store")
public @interface StoreConfig {
    @AttributeDefinition(description = "PostgreSQL or H2; empty for the embedded H2")
    String jdbcUrl() default "";

    @AttributeDefinition
    String jdbcUser() default "";

    @AttributeDefinition(type = AttributeType.PASSWORD)
    String jdbcPassword() default "";

    @AttributeDefinition(description = "The instance's own folder")
    String data() default "";

    @AttributeDefinition(description = "Hours a patch waits for its record before it goes to quarantine")
    int orphanHours() default 24;

    @AttributeDefinition(description = "Days that the audit trail is kept")
    int auditDays() default 366;
}
