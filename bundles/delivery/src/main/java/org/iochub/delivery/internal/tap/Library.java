package org.iochub.delivery.internal.tap;

import java.util.concurrent.Callable;

/** Software that not every hub has. */
final class Library {
    private Library() {}

    /**
     * Looks for a class each time anew. A class that the code itself names would, once missed, stay missing for good.
     *
     * @throws ClassNotFoundException when it is not there yet
     */
    static void require(String type) throws ClassNotFoundException {
        Class.forName(type, false, Library.class.getClassLoader());
    }

    /** Runs what finds its parts by name through the thread's class loader. */
    static <T> T within(Class<?> library, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(library.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
