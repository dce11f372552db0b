package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.declarative.DefaultInstance;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances that files of declarative sources bring along: each a configuration with no file behind it, marked with
 * the name of the source's file. It has the PID that the operator's own {@code .cfg} of that name would have, so that
 * putting one takes it over, and deleting that one gives it back.
 */
final class BroughtInstances {
    private static final Logger LOG = LoggerFactory.getLogger(BroughtInstances.class);
    static final String FACTORY = "org.iochub.source";
    private static final String MARKED =
            "(&(service.factoryPid=" + FACTORY + ")(" + DefaultInstance.BROUGHT_BY + "=*))";
    private static final List<String> ENDINGS = List.of(".cfg", ".config", ".cfg.json");

    private final ConfigurationAdmin admin;
    private final Path etc;

    BroughtInstances(ConfigurationAdmin admin, Path etc) {
        this.admin = admin;
        this.etc = etc;
    }

    /**
     * Makes the configurations fit the files, however they came to be otherwise.
     *
     * @param running instances by the name of the file, for files whose source runs
     * @param known names of all files that count: what one of them brought stays while its source rests
     */
    void settle(Map<String, DefaultInstance> running, Set<String> known) throws IOException {
        for (Marked marked : marked()) {
            String file = marked.file();
            boolean stays = known.contains(file)
                    && Optional.ofNullable(running.get(file))
                            .map(instance -> marked.instance().equals(instance.id()))
                            .orElse(true);
            if (!stays) {
                marked.configuration().delete();
                LOG.info("The instance {}, which {} brought, is removed", marked.instance(), file);
            }
        }
        for (var entry : running.entrySet()) {
            offer(entry.getKey(), entry.getValue());
        }
    }

    /** Configures one instance, unless an operator has done so. */
    void offer(String file, DefaultInstance instance) throws IOException {
        if (hasFile(instance.id())) {
            return;
        }
        try {
            Configuration configuration = admin.getFactoryConfiguration(FACTORY, instance.id(), "?");
            Optional<Dictionary<String, Object>> before = Optional.ofNullable(configuration.getProperties());
            // Somebody else's, such as one made in the shell, or one whose file the installer is about to take back.
            if (before.isPresent() && before.flatMap(BroughtInstances::mark).isEmpty()) {
                return;
            }
            Hashtable<String, Object> wanted = new Hashtable<>(instance.values());
            wanted.put(DefaultInstance.BROUGHT_BY, file);
            if (configuration.updateIfDifferent(wanted)) {
                LOG.info("The instance {} comes with {}", instance.id(), file);
            }
        } catch (IllegalStateException e) {
            LOG.debug(
                    "The configuration of {} was deleted meanwhile: its deletion brings us here again", instance.id());
        }
    }

    /** Whether an operator has a file for this instance, which counts more. */
    boolean hasFile(String instance) {
        return ENDINGS.stream().anyMatch(ending -> Files.exists(etc.resolve(FACTORY + "-" + instance + ending)));
    }

    /** The file that brought an instance. */
    Optional<String> broughtBy(String instance) throws IOException {
        return marked().stream()
                .filter(one -> one.instance().equals(instance))
                .map(Marked::file)
                .findFirst();
    }

    /** The instances that a file brought. */
    List<String> of(String file) throws IOException {
        return marked().stream()
                .filter(one -> one.file().equals(file))
                .map(Marked::instance)
                .toList();
    }

    /** A configuration that a file brought. */
    private record Marked(Configuration configuration, String instance, String file) {}

    private List<Marked> marked() throws IOException {
        try {
            // ConfigurationAdmin answers null for «none».
            return Optional.ofNullable(admin.listConfigurations(MARKED)).stream()
                    .flatMap(Arrays::stream)
                    .flatMap(one -> marked(one).stream())
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Marked> marked(Configuration configuration) {
        try {
            String instance = configuration.getPid().substring(FACTORY.length() + 1);
            return Optional.ofNullable(configuration.getProperties())
                    .flatMap(BroughtInstances::mark)
                    .map(file -> new Marked(configuration, instance, file));
        } catch (IllegalStateException e) {
            return Optional.empty(); // deleted meanwhile
        }
    }

    private static Optional<String> mark(Dictionary<String, Object> properties) {
        return Optional.ofNullable(properties.get(DefaultInstance.BROUGHT_BY)).map(Object::toString);
    }
}
