package org.iochub.core.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * The verdict on a dropped file.
 *
 * @param file its name
 * @param accepted whether it runs
 * @param reason why it was refused, or what it brought
 * @param adapters ids of the adapters it brings
 * @param version of the bundle, once it could be read
 * @param running the version that runs now, which is the one before when this file was refused
 * @param sha256 of the file, hex
 */
public record Deployment(
        String file,
        Instant at,
        boolean accepted,
        Text reason,
        List<String> adapters,
        Optional<String> version,
        Optional<String> running,
        String sha256) {}
