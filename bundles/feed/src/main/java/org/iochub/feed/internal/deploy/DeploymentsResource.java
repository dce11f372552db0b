package org.iochub.feed.internal.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.Deployments;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.feed.internal.server.FaceResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was dropped into the deploy folder, and what became of it. */
@Path("/api/v1/deployments")
@Component(service = FaceResource.class)
public final class DeploymentsResource implements FaceResource {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,120}\\.(jar|kar|yaml|yml)");

    private final Deployments deployments;

    @Activate
    public DeploymentsResource(@Reference Deployments deployments) {
        this.deployments = deployments;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        List<Map<String, Object>> list =
                deployments.list().stream().map(DeploymentsResource::describe).toList();
        return Response.ok(Json.bytes(Map.of("deployments", list))).build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response deploy(@Context UriInfo uri, InputStream content) {
        Params params = new Params(uri.getQueryParameters());
        String file = params.one("file").orElse("");
        if (!PLAIN_NAME.matcher(file).matches()) {
            throw Problems.badParameter(
                    "file",
                    "Ghi tên tệp trong tham số file: chữ không dấu, số, gạch nối; kết thúc bằng .jar, .kar, .yaml hoặc"
                            + " .yml.",
                    "Name the file in the parameter file: letters, digits, hyphens, ending in .jar, .kar, .yaml or"
                            + " .yml.");
        }
        try {
            if (dryRun(params)) {
                DeploymentPlan plan = deployments.plan(file, content);
                return Response.ok(Json.bytes(describe(plan))).build();
            }
            Deployment verdict = deployments.deploy(file, content);
            return Response.status(verdict.accepted() ? 201 : 422)
                    .entity(Json.bytes(describe(verdict)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("deploying " + file, e);
        }
    }

    private static boolean dryRun(Params params) {
        String value = params.one("dryRun").orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Problems.badParameter(
                    "dryRun",
                    "Tham số dryRun chỉ nhận true hoặc false.",
                    "The parameter dryRun takes true or false only.");
        }
        return value.equals("true");
    }

    private static Map<String, Object> describe(DeploymentPlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", plan.file());
        document.put("kind", plan.kind());
        document.put("name", plan.name());
        document.put("adapters", plan.adapters());
        plan.now().ifPresent(version -> document.put("now", version));
        plan.then().ifPresent(version -> document.put("then", version));
        document.put("accepted", plan.accepted());
        document.put("reason", Json.text(plan.reason()));
        document.put("starts", plan.starts());
        document.put("stops", plan.stops());
        document.put("restarts", plan.restarts());
        document.put(
                "wires",
                plan.wires().stream().map(DeploymentsResource::describe).toList());
        document.put("refreshes", plan.refreshes());
        return document;
    }

    private static Map<String, Object> describe(DeploymentPlan.Wire wire) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("need", wire.need());
        document.put("wanted", wire.wanted());
        wire.provider().ifPresent(provider -> document.put("provider", provider));
        return document;
    }

    private static Map<String, Object> describe(Deployment deployment) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", deployment.file());
        document.put("at", deployment.at().toString());
        document.put("shipped", deployment.shipped());
        document.put("accepted", deployment.accepted());
        document.put("reason", Json.text(deployment.reason()));
        document.put("adapters", deployment.adapters());
        deployment.version().ifPresent(version -> document.put("version", version));
        deployment.running().ifPresent(version -> document.put("running", version));
        document.put("sha256", deployment.sha256());
        return document;
    }
}
