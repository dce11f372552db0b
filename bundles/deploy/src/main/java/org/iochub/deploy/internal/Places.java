package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The gate's folders.
 *
 * @param folder where files are dropped
 * @param copies the hub's own copies and the registry
 * @param etc where configuration stands
 * @param shipped declarative sources of the distribution; the folder need not be there
 */
record Places(Path folder, Path copies, Path etc, Path shipped) {
    static Places under(Path data, Path installation) throws IOException {
        Places places = new Places(
                data.resolve("deploy"),
                data.resolve("data").resolve("deployments"),
                data.resolve("etc"),
                installation.resolve("sources"));
        Files.createDirectories(places.folder());
        Files.createDirectories(places.copies());
        Files.createDirectories(places.etc());
        return places;
    }

    Path registry() {
        return copies.resolve("registry.json");
    }

    /** Where a file is taken to be judged. */
    Path work(String file) {
        return copies.resolve("." + file + ".judged");
    }
}
