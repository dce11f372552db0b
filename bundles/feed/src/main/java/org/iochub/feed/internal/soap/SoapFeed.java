package org.iochub.feed.internal.soap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedLog;
import org.iochub.core.records.RecordReader;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.feed.internal.access.Admission;
import org.iochub.feed.internal.access.Authenticator;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.access.Turnstile;
import org.iochub.feed.internal.audit.AccessTrail;
import org.iochub.feed.internal.cursor.CursorKeeper;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemMapper;
import org.iochub.feed.internal.scope.Scopes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.w3c.dom.Element;

/** The feeds for SOAP clients: document/literal, read only. Safe for any number of threads. */
@Component(service = SoapFeed.class)
public final class SoapFeed {
    private final FeedOperations operations;
    private final Credentials credentials;
    private final SoapTrail trail;
    private final Wsdl wsdl;
    private final ProblemMapper problems = new ProblemMapper(() -> true);

    @Activate
    public SoapFeed(
            @Reference Hub hub,
            @Reference FeedLog log,
            @Reference RecordReader records,
            @Reference RecordTypeRegistry registry,
            @Reference Scopes scopes,
            @Reference CursorKeeper cursors,
            @Reference Authenticator authenticator,
            @Reference AccessTrail trail) {
        this.operations = new FeedOperations(hub, log, records, registry, scopes, cursors);
        this.credentials = new Credentials(authenticator, Clock.systemUTC());
        this.trail = new SoapTrail(trail);
        this.wsdl = new Wsdl(hub, registry);
    }

    byte[] wsdl() {
        return wsdl.document();
    }

    Source answer(Source body, SoapMessage message, Admission admission) {
        try {
            Element payload = Payload.element(body);
            SoapRequest request = SoapRequest.of(payload, purpose(message));
            return answer(message, request, admission);
        } catch (RuntimeException e) {
            throw HubFault.of(SoapWords.of(problems.problem(e)));
        }
    }

    private Source answer(SoapMessage message, SoapRequest request, Admission admission) {
        Optional<Caller> caller = Optional.empty();
        int status = 500;
        long records = 0;
        try {
            Caller known = credentials.of(message);
            caller = Optional.of(known);
            FeedOperations.Answer answer = inTurn(admission, known, () -> operations.run(known, request));
            Source source = source(request.operation() + "Response", answer.content());
            records = answer.records();
            status = 200;
            return source;
        } catch (RuntimeException e) {
            Problem problem = problems.problem(e);
            status = problem.status();
            throw problem.raised();
        } finally {
            if (!request.operation().equals(Soap.LIST_TYPES) || status != 200) {
                trail.note(caller, request, status, records);
            }
        }
    }

    private static <T> T inTurn(Admission admission, Caller caller, Supplier<T> work) {
        Turnstile.Entry entry = admission.enter(caller);
        try {
            return work.get();
        } finally {
            entry.leave();
        }
    }

    private static Optional<String> purpose(Message message) {
        Map<String, List<String>> headers = CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
        return Optional.ofNullable(headers).stream()
                .flatMap(all -> all.entrySet().stream())
                .filter(header -> header.getKey().equalsIgnoreCase("X-Purpose"))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Written as a whole before anything goes out: a fault must still be possible. Pages are of bounded size. */
    private static Source source(String name, Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartElement(name);
            out.writeDefaultNamespace(Soap.NAMESPACE);
            content.write(out);
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can fail in memory", e);
        }
        return new StreamSource(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
