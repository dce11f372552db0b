package org.iochub.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.iochub.model.FaultException;

/** Reads a secret where its reference points to, at the moment it is used. */
public final class SecretResolver {
    private final Function<String, Optional<String>> environment;

    /**
     * @param environment the process's environment
     */
    public SecretResolver(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /**
     * @throws FaultException {@code missing-secret}, naming the reference and never a value
     */
    public String resolve(String key, String reference) {
        try {
            if (reference.startsWith("env:")) {
                return environment.apply(reference.substring(4)).orElseThrow(() -> missing(key, reference));
            }
            return Files.readString(Path.of(reference.substring("file:".length())))
                    .strip();
        } catch (IOException | IllegalArgumentException e) {
            throw missing(key, reference);
        }
    }

    private static FaultException missing(String key, String reference) {
        return FaultException.of(
                "missing-secret",
                key,
                "Không đọc được mật khẩu của khóa «" + key + "» tại " + reference + ".",
                "The secret of the key «" + key + "» cannot be read at " + reference + ".");
    }
}
