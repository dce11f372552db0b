package org.iochub.declarative.internal.fetch.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.inbox.InboxRoutes;
import org.iochub.declarative.internal.fetch.inbox.Library;
import org.iochub.declarative.internal.fetch.inbox.Options;
import org.iochub.declarative.internal.fetch.inbox.Troubles;

/** Takes files from the mails of a mailbox. */
public final class MailFetchFactory implements FetchFactory {
    private static final String CLIENT = "jakarta.mail.Session";

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Fetch compile(JsonNode json, String pointer, Tools tools, Problems problems) {
        Options options = new Options(json, pointer, tools.settings(), problems);
        MailOptions compiled = new MailOptions(
                options.text("server"),
                options.text("user"),
                options.text("password"),
                options.text("folder", "INBOX"),
                options.texts("from"),
                options.texts("subject"),
                options.texts("attachments"),
                after(options),
                options.span("every", Duration.ofMinutes(5)),
                options.span("timeout", Duration.ofSeconds(20)),
                options.flag("startTls", false),
                options.optional("ca"),
                options.number("maxBytes", 50 << 20));
        String server = json.path("server").asText();
        if (!server.contains("{{") && MailAddress.parse(server).isEmpty()) {
            options.problem("server", MailAddress.WRONG);
        }
        if (server.startsWith("pop3") && !(compiled.after() instanceof After.Delete)) {
            options.problem("after", MailAddress.POP3);
        }
        options.noSecret(compiled.folder(), "folder");
        return new MailFetch(compiled);
    }

    private static After after(Options options) {
        JsonNode after = options.json().path("after");
        if (after.isObject()) {
            return new After.Move(options.under("after").text("move"));
        }
        return after.asText().equals("delete") ? new After.Delete() : new After.Seen();
    }

    private record MailFetch(MailOptions options) implements Fetch {
        @Override
        public Transport transport() {
            return Transport.MAIL;
        }

        @Override
        public RoutesBuilder routes(Source<DeclaredSettings> source) {
            Seen seen = new Seen();
            return new InboxRoutes(
                    source,
                    new InboxRoutes.Plan(
                            "mail",
                            () -> {
                                Library.require(CLIENT);
                                return MailInbox.open(options, source, seen);
                            },
                            options.every().of(source.settings()),
                            Troubles.of("hub-mail", MailTroubles::tell)));
        }
    }
}
