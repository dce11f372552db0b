package org.iochub.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.model.Fault;

/** What the source instances are told, for people who look at it and change it. Safe for any number of threads. */
public interface SourceConfigurations {
    /** As it stands, without secrets; empty when there is no such instance. */
    Optional<SourceConfiguration> get(String id);

    /**
     * Checks a configuration as if it stood in the instance's file. A secret that is sent as it is shown
     * ({@link SourceConfiguration#HIDDEN}) stays what it is.
     *
     * @return everything that is wrong, each fault naming its key; empty when all is well
     * @throws org.iochub.model.FaultException {@code unknown-source}
     */
    List<Fault> check(String id, Map<String, String> values);

    /**
     * Writes the instance's file, if all is well with it. The instance starts again with it by itself.
     *
     * @return as {@link #check}; nothing was written unless it is empty
     * @throws org.iochub.model.FaultException {@code unknown-source}, {@code not-writable}
     */
    List<Fault> change(String id, Map<String, String> values);
}
