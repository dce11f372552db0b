package org.iochub.feed.internal.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.hub.Hub;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Figure;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.Quality;
import org.iochub.core.quality.Quality.Card;
import org.iochub.core.quality.TallyFilter;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.iochub.feed.internal.server.Links;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The scorecard of data quality, and the records behind each of its numbers. */
@Path("/api/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FaceResource.class)
public final class QualityResource implements FaceResource {
    private static final String ADDRESS = "/api/v1/quality";
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final Quality quality;
    private final Links links;

    @Activate
    public QualityResource(@Reference Hub hub, @Reference Quality quality) {
        this.quality = quality;
        this.links = new Links(hub);
    }

    @GET
    public Response cards(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters());
        params.allow(Set.of("tenant", "source", "type", "day", "from", "to", "limit", "after"));
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        Optional<LocalDate> day = params.date("day");
        TallyFilter filter = new TallyFilter(
                params.one("tenant"),
                params.one("source"),
                params.one("type"),
                day.or(() -> params.date("from")),
                day.or(() -> params.date("to")),
                -1);
        List<Card> cards = quality.cards(filter, params.one("after").map(QualityResource::place), limit);
        String behind = links.to(ADDRESS + "/behind").toString();
        Response.ResponseBuilder response = Response.ok(Json.bytes(Map.of(
                "today",
                quality.today().toString(),
                "cards",
                cards.stream().map(card -> CardDocument.of(card, behind)).toList())));
        if (cards.size() == limit) {
            next(
                    response,
                    ADDRESS,
                    params.with("after", place(cards.get(limit - 1).tally())));
        }
        return response.build();
    }

    /** A card's place is its key: it says nothing that the card does not say. */
    private static String place(DayTally tally) {
        return tally.key().day() + "!" + tally.tenant() + "!" + tally.key().source() + "!"
                + tally.key().type();
    }

    private static Card place(String text) {
        String[] parts = text.split("!", -1);
        if (parts.length != 4) {
            throw Problems.badParameter(
                    "after",
                    "after phải lấy từ liên kết rel=\"next\" của trang trước.",
                    "Take after from the rel=\"next\" link of the page before.");
        }
        DayKey key = new DayKey(Params.date("after", parts[0]), parts[2], parts[3]);
        return new Card(new DayTally(parts[1], key, "", Map.of(), 0), List.<Figure>of());
    }

    @GET
    @Path("behind")
    public Response behind(@Context UriInfo uri) {
        Params params = new Params(uri.getQueryParameters());
        params.allow(Set.of("tenant", "source", "type", "day", "measure", "all", "limit", "after"));
        int limit = params.integer("limit", USUAL_LIMIT, 1, LARGEST_LIMIT);
        DayKey key = new DayKey(
                Params.date("day", required(params, "day")), required(params, "source"), required(params, "type"));
        Measure measure = params.choice("measure", Measure.class).orElseThrow(() -> missing("measure"));
        Behind page = quality.behind(
                required(params, "tenant"), key, measure, params.flag("all"), params.one("after"), limit);
        Response.ResponseBuilder response = Response.ok(Json.bytes(Map.of(
                "measure",
                CardDocument.of(measure),
                "items",
                page.items().stream().map(item -> CardDocument.of(item, links)).toList())));
        page.next().ifPresent(next -> next(response, ADDRESS + "/behind", params.with("after", next)));
        return response.build();
    }

    @GET
    @Path("rules")
    public Response rules() {
        return Response.ok(Json.bytes(Map.of(
                        "rules",
                        quality.rules().stream().map(CardDocument::of).toList(),
                        "measures",
                        java.util.Arrays.stream(Measure.values())
                                .map(CardDocument::of)
                                .toList())))
                .build();
    }

    private void next(Response.ResponseBuilder response, String address, String query) {
        response.header("Link", Links.header(links.to(address) + "?" + query, "next"));
    }

    private static String required(Params params, String name) {
        return params.one(name).orElseThrow(() -> missing(name));
    }

    private static RuntimeException missing(String name) {
        return Problems.badParameter(name, "Thiếu tham số " + name + ".", "The parameter " + name + " is missing.");
    }
}
