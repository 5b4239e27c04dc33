package io.gendan.core.http;

import java.util.List;

import io.gendan.core.problem.ProblemDetail;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the OpenAPI document what holds for every operation: its refusals, and the headers of acts. */
public class ApiConventions implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().forEach(ApiConventions::describe);
    }

    private static void describe(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            operation.getResponses().addAPIResponse("default", refusal());
            if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) actHeaders(operation);
        });
    }

    private static APIResponse refusal() {
        return OASFactory.createAPIResponse()
                .description("Refused: a problem detail in the caller's language (Accept-Language zh or en)."
                        + " 400 field errors, 401 no valid token, 403 not this role or person, 404 not there for you,"
                        + " 409 state or version, 422 a rule refused; code is stable.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetail.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static void actHeaders(Operation operation) {
        operation
                .addParameter(header(
                        "Idempotency-Key", "Repeats with the same key take effect once and get the same answer."))
                .addParameter(
                        header("If-Match", "Version last seen, in quotation marks; another one is refused (409)."));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }
}
