package org.iochub.declarative.internal.fetch.files;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.iochub.api.Source;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file was taken, but could not be moved or deleted afterwards: nothing is lost, and the operator should know. */
final class StaysBehind implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StaysBehind.class);

    private final Source<?> source;
    private final FilePlan plan;

    StaysBehind(Source<?> source, FilePlan plan) {
        this.source = source;
        this.plan = plan;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("", exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        String name = Optional.ofNullable(exchange)
                .map(taken -> taken.getMessage().getHeader(Exchange.FILE_NAME, String.class))
                .orElse("?");
        String why = FilePolls.reason(exception);
        boolean moves = plan.after() == FilePlan.After.MOVE;
        LOG.info("Source {}: \"{}\" was taken and stays where it is for now: {}", source.id(), name, why);
        source.waiting(Text.of(
                "Đã nhận tệp «" + name + "» nhưng chưa " + (moves ? "chuyển" : "xóa") + " được (" + why
                        + "); hãy cho tài khoản quyền " + (moves ? "chuyển tệp vào " + plan.moveTo() : "xóa tệp")
                        + ". Hub sẽ thử lại.",
                "The file \"" + name + "\" was taken, but could not be " + (moves ? "moved" : "deleted") + " (" + why
                        + "); let the account " + (moves ? "move files to " + plan.moveTo() : "delete files")
                        + ". The hub tries again."));
    }
}
