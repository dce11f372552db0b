package org.iochub.delivery.internal.tap;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** One {@code org.iochub.tap-<name>.cfg}, as long as it lies in {@code etc/}. */
@Component(
        service = {},
        immediate = true,
        configurationPid = TapFile.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TapFile {
    static final String PID = "org.iochub.tap";
    private final TapBoard board;
    private final String name;

    @Activate
    public TapFile(Map<String, Object> properties, @Reference TapBoard board) {
        this.board = board;
        this.name = name(properties);
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> {
            boolean ours = !key.startsWith("service.") && !key.startsWith("felix.") && !key.startsWith("component.");
            if (ours && !key.equals("osgi.ds.satisfying.condition.target")) {
                values.put(key, String.valueOf(value));
            }
        });
        board.put(name, values);
    }

    /** What stands between the PID and the ending of the file's name; else behind the PID itself. */
    static String name(Map<String, Object> properties) {
        Optional<String> file = Optional.ofNullable(properties.get("felix.fileinstall.filename"))
                .map(Object::toString)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(path -> path.startsWith(PID + "-"))
                .map(path -> path.substring(PID.length() + 1).replaceFirst("\\.(cfg|config|cfg\\.json)$", ""));
        return file.orElseGet(() -> {
            String pid = String.valueOf(properties.get("service.pid"));
            return pid.length() > PID.length() + 1 ? pid.substring(PID.length() + 1) : pid;
        });
    }

    @Deactivate
    void stop() {
        board.remove(name);
    }
}
