package org.iochub.model.trace;

import java.util.function.Supplier;

/**
 * Tells a listener what readers of codes, areas, dates, numbers, texts and places made of what they were given, for those
 * who explain a record. Nobody listens while records are taken, and then it costs a look at the thread. It is bound to the
 * thread, since readers are called from adapters that know nothing of explaining.
 */
public final class Trace {
    private static final ThreadLocal<Listener> LISTENING = new ThreadLocal<>();

    private Trace() {}

    /** Hears of steps, on the thread that listens. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param name what the source calls it; empty where the reader does not know
         * @param from as it was read
         * @param to what it became: a value of the model
         * @param why the rule
         */
        void step(String name, String from, Object to, String why);
    }

    /** Runs something and hears of its steps on this thread; whoever listened before listens again afterwards. */
    public static <T> T listening(Listener listener, Supplier<T> work) {
        Listener before = LISTENING.get();
        LISTENING.set(listener);
        try {
            return work.get();
        } finally {
            if (before == null) {
                LISTENING.remove();
            } else {
                LISTENING.set(before);
            }
        }
    }

    /** For readers: what they made of something; returned as it is. */
    public static <T> T step(String name, String from, T to, String why) {
        Listener listener = LISTENING.get();
        if (listener != null) {
            listener.step(name, from, to, why);
        }
        return to;
    }
}
