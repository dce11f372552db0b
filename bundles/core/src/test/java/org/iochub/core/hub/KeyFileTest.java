package org.iochub.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void makesASecretOnceForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("keys").resolve("cursor.key");
        String secret = KeyFile.read(file);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43).isEqualTo(KeyFile.read(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.read(folder.resolve("other.key"))).isNotEqualTo(secret);
    }

    @Test
    void doesNotGoOnWithADamagedOne() throws Exception {
        Path file = folder.resolve("cursor.key");
        Files.writeString(file, "");
        assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("damaged");
    }
}
