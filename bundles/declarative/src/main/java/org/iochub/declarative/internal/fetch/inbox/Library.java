package org.iochub.declarative.internal.fetch.inbox;

/** Software that not every hub has. */
public final class Library {
    private Library() {}

    /**
     * Looks for a class each time anew. A class that the code itself names would, once missed, stay missing for good.
     *
     * @throws ClassNotFoundException when it is not there yet
     */
    public static void require(String type) throws ClassNotFoundException {
        Class.forName(type, false, Library.class.getClassLoader());
    }
}
