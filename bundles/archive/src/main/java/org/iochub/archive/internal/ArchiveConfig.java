package org.iochub.archive.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code org.iochub.hub.cfg} that concern the archive. */
@ObjectClassDefinition(name = "IOC Hub: archive")
public @interface ArchiveConfig {
    @AttributeDefinition(description = "The instance's own folder")
    String data() default "";

    @AttributeDefinition(description = "Where raw messages are kept; the folder archive of data when empty")
    String archiveFolder() default "";

    @AttributeDefinition(description = "none, plain or encrypted: for sources that do not say it themselves")
    String archive() default "plain";

    @AttributeDefinition(
            description = "The key of encrypted archives, in a file outside data; no encryption when empty")
    String archiveKeyFile() default "";

    @AttributeDefinition(description = "How long a source's messages are kept at most")
    long archiveDays() default Policies.DAYS;

    @AttributeDefinition(description = "How much of the disk a source's messages take at most")
    long archiveMebibytes() default Policies.MEBIBYTES;
}
