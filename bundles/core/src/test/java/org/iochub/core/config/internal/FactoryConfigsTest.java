package org.iochub.core.config.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.declarative.DefaultInstance;
import org.junit.jupiter.api.Test;

class FactoryConfigsTest {
    private static final String PID = "org.iochub.source";
    private final List<ConfigFile> updated = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final Map<String, Dictionary<String, Object>> current = new HashMap<>();
    private final FactoryConfigs configs =
            new FactoryConfigs(PID, pid -> Optional.ofNullable(current.get(pid)), updated::add, deleted::add);

    @Test
    void whatADeclarativeSourceBringsIsNamedByItsPidAndShownAsItsFile() {
        configs.updated(
                PID + "~shop",
                new Hashtable<>(
                        Map.of("adapter", "shops", DefaultInstance.BROUGHT_BY, "shops.yaml", "service.pid", "x")));
        assertThat(updated).containsExactly(new ConfigFile("shop", "shops.yaml", Map.of("adapter", "shops")));
        configs.deleted(PID + "~shop");
        assertThat(deleted).containsExactly("shop");
    }

    @Test
    void anInstanceStaysWhileAnotherConfigurationOfItsNameIsThere() {
        configs.updated(PID + "~shop", new Hashtable<>(Map.of("adapter", "shops")));
        configs.updated(
                PID + ".42",
                new Hashtable<>(Map.of(
                        "adapter", "shops", "felix.fileinstall.filename", "file:/etc/org.iochub.source-shop.cfg")));
        configs.deleted(PID + "~shop");
        assertThat(deleted).isEmpty();
        configs.deleted(PID + ".42");
        assertThat(deleted).containsExactly("shop");
    }

    @Test
    void aSuccessorStaysWhenItsPredecessorIsReportedGoneAfterIt() {
        configs.updated(PID + "~shop", new Hashtable<>(Map.of("adapter", "shops", "tenant", "old")));
        Dictionary<String, Object> successor = new Hashtable<>(Map.of("adapter", "shops", "tenant", "new"));
        current.put(PID + "~shop", successor);
        configs.updated(PID + "~shop", successor);
        configs.deleted(PID + "~shop");
        assertThat(deleted).isEmpty();
        assertThat(updated.get(updated.size() - 1).values()).containsEntry("tenant", "new");
        current.clear();
        configs.deleted(PID + "~shop");
        assertThat(deleted).containsExactly("shop");
    }
}
