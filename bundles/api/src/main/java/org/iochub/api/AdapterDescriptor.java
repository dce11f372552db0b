package org.iochub.api;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.iochub.model.RecordType;
import org.iochub.model.Text;

/**
 * What an adapter is.
 *
 * @param id kebab-case; the value of the key {@code adapter} in an instance's configuration
 * @param sector whose data it is
 * @param title a name of a few words
 * @param description what it reads and what becomes of it, in two or three sentences
 * @param recordTypes every type it may deliver, not empty
 * @param transport how the data comes
 * @param settings what an instance is told
 * @param versionKey what decides which of two versions is newer, or that order of arrival does
 * @param sensitive raw messages hold sensitive personal data: quarantine keeps a hash, the position and a redacted
 *     excerpt instead of the raw form
 * @param reads types of the hub's own records that it may read through {@link Source#recorded()}; empty for a source
 *     that only brings data in
 */
public record AdapterDescriptor<S extends Record>(
        String id,
        Sector sector,
        Text title,
        Text description,
        List<RecordType<?>> recordTypes,
        Transport transport,
        Settings<S> settings,
        Text versionKey,
        boolean sensitive,
        List<RecordType<?>> reads) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public AdapterDescriptor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an adapter id is kebab-case: " + id);
        }
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(versionKey, "versionKey");
        recordTypes = List.copyOf(recordTypes);
        reads = List.copyOf(reads);
        if (recordTypes.isEmpty()) {
            throw new IllegalArgumentException("adapter " + id + " names no record type");
        }
    }

    /** Of an adapter that does not read the hub's own records. */
    public AdapterDescriptor(
            String id,
            Sector sector,
            Text title,
            Text description,
            List<RecordType<?>> recordTypes,
            Transport transport,
            Settings<S> settings,
            Text versionKey,
            boolean sensitive) {
        this(id, sector, title, description, recordTypes, transport, settings, versionKey, sensitive, List.of());
    }

    /** The same adapter, which also reads these types of the hub's own records. */
    public AdapterDescriptor<S> reading(RecordType<?>... types) {
        return new AdapterDescriptor<>(
                id,
                sector,
                title,
                description,
                recordTypes,
                transport,
                settings,
                versionKey,
                sensitive,
                List.of(types));
    }
}
