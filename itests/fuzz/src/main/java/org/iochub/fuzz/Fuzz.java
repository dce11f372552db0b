package org.iochub.fuzz;

/** What Jazzer calls; {@code -Dfuzz.target=NAME} says which parser. */
public final class Fuzz {
    private static Target target;

    private Fuzz() {}

    public static void fuzzerInitialize() throws Exception {
        target = Targets.all(java.nio.file.Path.of(System.getProperty("hub.home")))
                .get(System.getProperty("fuzz.target"));
        if (target == null) {
            throw new IllegalArgumentException("no target " + System.getProperty("fuzz.target"));
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        target.read(bytes);
    }
}
