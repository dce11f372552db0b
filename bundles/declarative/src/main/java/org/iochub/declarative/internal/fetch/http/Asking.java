package org.iochub.declarative.internal.fetch.http;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.http.Checkpoint.State;

/** Makes the requests of one instance and sends them. Used by one thread. */
final class Asking {
    private final HttpPlan plan;
    private final Source<DeclaredSettings> source;
    private final Fill fill;
    private final HttpCalls calls;
    private final LongSupplier nanos;
    private Optional<OAuth.Token> token = Optional.empty();
    private long tokenSince;

    Asking(HttpPlan plan, Source<DeclaredSettings> source, HttpCalls calls, LongSupplier nanos) {
        this.plan = plan;
        this.source = source;
        this.fill = new Fill(source.settings());
        this.calls = calls;
        this.nanos = nanos;
    }

    Answer ask(Pass pass) throws IOException {
        Answer answer = calls.call(request(pass));
        if (answer.status() == 401 && token.isPresent()) {
            // It may have been withdrawn: once more with a new one.
            answer.close();
            token = Optional.empty();
            return calls.call(request(pass));
        }
        return answer;
    }

    private Request request(Pass pass) throws IOException {
        Fill page = fill.with(slots(pass));
        Map<String, String> headers = new LinkedHashMap<>();
        plan.body()
                .ifPresent(
                        content -> headers.put("Content-Type", content.syntax().mediaType()));
        headers.putAll(page.texts(plan.headers()));
        headers.putAll(plan.auth().headers(fill, token()));
        Set<String> confidential = new TreeSet<>(plan.auth().confidential(fill));
        plan.headers().forEach((name, value) -> {
            if (value.isSecret()) {
                confidential.add(name.toLowerCase(java.util.Locale.ROOT));
            }
        });
        Request request = new Request(
                plan.method(), url(page, pass), headers, plan.body().map(content -> content.fill(page)), confidential);
        return conditional(request, pass.state());
    }

    private Request conditional(Request request, State state) {
        if (!remembersState()) {
            return request;
        }
        Request asked = request;
        if (state.etag().isPresent()) {
            asked = asked.with("If-None-Match", state.etag().get());
        }
        return state.lastModified().isPresent()
                ? asked.with("If-Modified-Since", state.lastModified().get())
                : asked;
    }

    /** Whether an answer stands for the source as a whole, so that one that repeats it says nothing new. */
    boolean remembersState() {
        return !plan.paging().paged()
                && plan.watermark().isEmpty()
                && plan.method().equals("GET");
    }

    private Optional<String> token() throws IOException {
        if (plan.auth().oauth().isEmpty()) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        if (token.isEmpty() || now - tokenSince >= token.get().lifetimeNanos()) {
            token = Optional.of(
                    plan.auth().oauth().get().ask(calls, fill, plan.auth().settings(), source.clock()));
            tokenSince = now;
        }
        return token.map(OAuth.Token::value);
    }

    private Map<String, String> slots(Pass pass) {
        Map<String, String> slots = new LinkedHashMap<>(plan.paging().slots(pass.place()));
        TimeForm form = form();
        slots.put("from", pass.from().map(form::show).orElse(""));
        slots.put("to", form.show(pass.to()));
        return slots;
    }

    TimeForm form() {
        return plan.watermark()
                .map(mark -> mark.form(fill, source.zone()))
                .orElseGet(() -> new TimeForm("iso", source.zone()));
    }

    private URI url(Fill page, Pass pass) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<URI> said = plan.paging().address(pass.place());
        if (said.isPresent()) {
            plan.query().forEach((name, value) -> {
                if (value.isSecret()) {
                    parameters.put(name, page.text(value));
                }
            });
        } else {
            parameters.putAll(page.texts(plan.query()));
            parameters.putAll(plan.paging().query(pass.place()));
            plan.watermark().ifPresent(mark -> {
                TimeForm form = form();
                if (!mark.parameter().isEmpty() && pass.from().isPresent()) {
                    parameters.put(mark.parameter(), form.show(pass.from().get()));
                }
                if (!mark.until().isEmpty()) {
                    parameters.put(mark.until(), form.show(pass.to()));
                }
            });
        }
        parameters.putAll(plan.auth().query(page));
        return WebAddresses.with(said.orElseGet(() -> WebAddresses.of(page.text(plan.url()))), parameters);
    }

    /** The address without secrets, for people. */
    String shown(Pass pass) {
        Fill masked = fill.with(slots(pass)).masked();
        URI url;
        try {
            url = url(masked, pass);
        } catch (RuntimeException e) {
            return source.id() + " " + pass.page();
        }
        Set<String> hidden = hidden();
        String text = WebAddresses.shown(WebAddresses.without(url, hidden));
        return plan.paging().address(pass.place()).isEmpty()
                        && !plan.method().equals("GET")
                        && plan.paging().paged()
                ? text + " #" + pass.page()
                : text;
    }

    /** Parameters whose values are nobody's business. */
    Set<String> hidden() {
        Set<String> names = new TreeSet<>(plan.auth().query(fill.masked()).keySet());
        plan.query().forEach((name, value) -> {
            if (value.isSecret()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether a page's address is where the settings say the source is. */
    boolean isHere(String place) {
        Optional<URI> address = plan.paging().address(place);
        return address.isEmpty()
                || WebAddresses.sameHost(
                        address.get(), WebAddresses.of(fill.with(Map.of()).text(plan.url())));
    }

    Fill fill() {
        return fill;
    }
}
