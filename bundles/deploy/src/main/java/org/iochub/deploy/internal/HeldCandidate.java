package org.iochub.deploy.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.iochub.api.SourceAdapter;
import org.iochub.core.shadow.Candidate;
import org.iochub.model.Text;

/** What {@link Aside} holds, as others see it. */
final class HeldCandidate implements Candidate {
    private final Aside.Held held;
    private final BooleanSupplier gone;
    private final Consumer<Runnable> onGate;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param onGate does something on the gate's thread and returns when it is done */
    HeldCandidate(Aside.Held held, BooleanSupplier gone, Consumer<Runnable> onGate) {
        this.held = held;
        this.gone = gone;
        this.onGate = onGate;
    }

    @Override
    public String name() {
        return held.name();
    }

    @Override
    public String version() {
        return held.version();
    }

    @Override
    public List<SourceAdapter<?>> adapters() {
        return held.adapters();
    }

    @Override
    public String deployedAs() {
        return held.deployedAs();
    }

    @Override
    public Optional<Text> obstacle() {
        return held.obstacle();
    }

    @Override
    public boolean gone() {
        return closed.get() || gone.getAsBoolean();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onGate.accept(held.release());
        }
    }
}
