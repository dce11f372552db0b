package org.iochub.fuzz;

import java.nio.file.Path;

/** Prints the names of all targets, a line each. */
public final class ListTargets {
    private ListTargets() {}

    public static void main(String[] args) throws Exception {
        Targets.all(Path.of(System.getProperty("hub.home"))).keySet().forEach(System.out::println);
    }
}
