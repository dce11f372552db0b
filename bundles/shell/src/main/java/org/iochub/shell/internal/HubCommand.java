package org.iochub.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditLog;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** What all commands share: where they print, how they fail. */
abstract class HubCommand implements Action {
    @Option(name = "--json", description = "In ra JSON / Prints JSON and nothing else")
    boolean json;

    @Reference(optional = true)
    AuditLog trail;

    @Reference(optional = true)
    Session session;

    /** Karaf gives each session its own standard output. */
    PrintStream out = System.out;

    private List<String> arguments = List.of();

    /** @return nothing to print: commands print themselves */
    @Override
    public final Object execute() throws Exception {
        try {
            arguments = Words.read(this, words());
            run();
            return null;
        } catch (FaultException e) {
            throw failure(e.fault().message());
        }
    }

    abstract void run() throws Exception;

    /** What stands at the place of the command's last argument and behind it; nothing for one without arguments. */
    List<String> words() {
        return List.of();
    }

    /** The last argument, once the options behind it are taken off. */
    final String argument() throws CommandException {
        if (arguments.size() != 1) {
            throw failure(
                    "Lệnh cần đúng một giá trị ở chỗ này, không phải: " + String.join(" ", arguments)
                            + ". Tên có dấu cách thì để trong ngoặc kép.",
                    "The command takes exactly one value here, not: " + String.join(" ", arguments)
                            + ". Put a name with spaces in quotes.");
        }
        return arguments.get(0);
    }

    /** The arguments, once the options behind them are taken off. */
    final List<String> arguments() {
        return arguments;
    }

    /** Who sits at the console, as the audit trail names them. */
    final String actor() {
        return "user:" + user();
    }

    private String user() {
        return Optional.ofNullable(session)
                .map(s -> s.get("USER"))
                .map(Object::toString)
                .orElse("karaf");
    }

    /** Writes down that somebody changed something; a trail that cannot be written does not undo it. */
    final void changed(String target, Map<String, String> detail) {
        String user = user();
        AuditEvent event = new AuditEvent(
                "user:" + user, user, getClass().getAnnotation(Command.class).name(), target, detail);
        try {
            if (trail != null) {
                trail.append(List.of(event));
            }
        } catch (FaultException e) {
            say(
                    "Chưa ghi được vào nhật ký: " + e.fault().message().vi(),
                    "The audit trail could not be written: "
                            + e.fault().message().en());
        }
    }

    /** A service that comes and goes with its bundle. */
    static <T> T need(T service) throws CommandException {
        return Optional.ofNullable(service)
                .orElseThrow(() -> failure(
                        "Bộ phận của hệ thống mà lệnh này cần chưa sẵn sàng; hãy thử lại sau ít giây.",
                        "The part of the hub this command needs is not ready; try again in a few seconds."));
    }

    static CommandException failure(String vi, String en) {
        return failure(Text.of(vi, en));
    }

    private static CommandException failure(Text sentence) {
        return new CommandException(sentence.toString());
    }

    /** In colours on a terminal that has them; never into a file or a script. */
    final void show(Table table) {
        boolean colours = session != null
                && session.getTerminal() != null
                && session.getTerminal().isAnsiSupported();
        table.print(out, colours);
    }

    final void say(String vi, String en) {
        out.println(Text.of(vi, en));
    }
}
