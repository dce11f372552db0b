package org.iochub.core.backup;

import java.nio.file.Path;

/** Writes backups of the hub while it works. Safe for any number of threads; one backup at a time. */
public interface Backups {
    /**
     * Everything that was on disk when this began, and perhaps a little more. Writers and readers go on meanwhile.
     *
     * @param file must not exist; it appears when it is whole and only then
     * @throws org.iochub.model.FaultException {@code backup-exists}, {@code backup-place}, {@code backup-running}, {@code
     *     backup-failed}, {@code store-down}
     */
    BackupReport write(Path file);
}
