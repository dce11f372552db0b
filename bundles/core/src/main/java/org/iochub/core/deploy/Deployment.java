package org.iochub.core.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * The verdict on a dropped file, or on one that the distribution brings.
 *
 * @param file its name; {@code sources/…} for one of the distribution
 * @param shipped whether it is part of the distribution
 * @param accepted whether it runs
 * @param reason why it was refused, or what it brought
 * @param adapters ids of the adapters it brings
 * @param version once it could be read
 * @param running the version that runs now, which is the one before when this file was refused
 * @param sha256 of the file, hex
 */
public record Deployment(
        String file,
        boolean shipped,
        Instant at,
        boolean accepted,
        Text reason,
        List<String> adapters,
        Optional<String> version,
        Optional<String> running,
        String sha256) {}
