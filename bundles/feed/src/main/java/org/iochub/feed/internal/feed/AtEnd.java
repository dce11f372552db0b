package org.iochub.feed.internal.feed;

import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;

/** Does something when a connection is over, however it ended. */
record AtEnd(Runnable work) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        work.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // It is completed next.
    }

    @Override
    public void onError(AsyncEvent event) {
        event.getAsyncContext().complete();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The same connection goes on.
    }
}
