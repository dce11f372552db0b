package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.iochub.model.Text;

/** The rules that the gate holds a jar to by its content alone, for tools that look at an adapter before it is dropped. */
public final class AdapterRules {
    private AdapterRules() {}

    /** Why the gate would refuse the jar without looking further; empty when it would look further. */
    public static Optional<Text> refusal(Path jar) throws IOException {
        try {
            AdapterJar.read(jar);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.reason());
        }
    }

    /** Whether an adapter may import the package. */
    public static boolean visible(String packageName) {
        return Visible.allows(packageName);
    }
}
