package org.iochub.reports.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.iochub.reports.cfg}: the report of every Monday. */
@ObjectClassDefinition(name = "IOC Hub reports")
public @interface ReportsConfig {
    @AttributeDefinition(name = "Time", description = "On Mondays, in each authority's own time: 07:00")
    String time() default "07:00";

    @AttributeDefinition(name = "Weekly", description = "Whether the report of every Monday is made")
    boolean weekly() default true;

    @AttributeDefinition(name = "Kept", description = "Days for which reports are kept")
    int keepDays() default 1_100;

    @AttributeDefinition(name = "Mail", description = "Addresses that get every report, separated by commas")
    String mailTo() default "";
}
