package org.iochub.feed.internal.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one reader of a stream. What the reader does not take at once waits without a thread, one piece at a time;
 * a reader that takes nothing for a while is cut off.
 */
final class Wire implements WriteListener {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private enum Step {
        WRITE,
        FLUSH,
        DONE
    }

    /** A piece on its way. @param then is told whether it went out */
    private record Piece(byte[] bytes, Consumer<Boolean> then) {}

    private final ServletOutputStream out;
    private final Waiting waiting;
    private final Duration patience;
    private final Runnable cut;
    private Optional<Piece> piece = Optional.empty();
    private Step step = Step.DONE;
    private Optional<Future<?>> deadline = Optional.empty();
    private boolean open;
    private boolean gone;

    /**
     * Takes the stream over from those who block on it.
     *
     * @param patience how long a reader may take nothing
     * @param cut ends the connection
     */
    Wire(ServletOutputStream out, Waiting waiting, Duration patience, Runnable cut) {
        this.out = out;
        this.waiting = waiting;
        this.patience = patience;
        this.cut = cut;
    }

    void open() {
        out.setWriteListener(this);
    }

    /** Sends a piece; the next one only after {@code then} was told that this one went out. */
    void send(byte[] bytes, Consumer<Boolean> then) {
        synchronized (this) {
            if (!gone) {
                piece = Optional.of(new Piece(bytes, then));
                step = Step.WRITE;
                deadline = waiting.later(this::tooSlow, patience);
            }
        }
        proceed();
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
        }
        proceed();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A reader of a stream went away: {}", failure.toString());
        end();
    }

    private void tooSlow() {
        LOG.debug("A reader of a stream took nothing for {}", patience);
        end();
    }

    private void proceed() {
        Optional<Piece> sent = Optional.empty();
        try {
            synchronized (this) {
                if (!gone && open && piece.isPresent() && push(out::isReady, piece.get())) {
                    sent = piece;
                    settle();
                }
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
            return;
        }
        sent.ifPresent(each -> each.then().accept(true));
    }

    /** @return whether all of it went out */
    private boolean push(BooleanSupplier ready, Piece some) throws IOException {
        while (ready.getAsBoolean()) {
            switch (step) {
                case WRITE -> {
                    step = Step.FLUSH;
                    out.write(some.bytes());
                }
                case FLUSH -> {
                    step = Step.DONE;
                    out.flush();
                }
                case DONE -> {
                    return true;
                }
            }
        }
        return false;
    }

    private void settle() {
        piece = Optional.empty();
        deadline.ifPresent(timer -> timer.cancel(false));
        deadline = Optional.empty();
    }

    /** Nothing more goes out; whoever waits for a piece to go out is told. */
    void end() {
        Optional<Piece> lost;
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            lost = piece;
            settle();
        }
        cut.run();
        lost.ifPresent(each -> each.then().accept(false));
    }
}
