package org.heliograph.desk.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.heliograph.desk.web.Vocabulary;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says of each operation that it may end as a problem. */
final class DeskDescription implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().getSchemas().remove("ProblemDetail");
        api.getComponents().getSchemas().values().forEach(DeskDescription::dropUnknown);
        api.getComponents().addSchemas(PROBLEM, problem());
        ApiResponse response = new ApiResponse()
                .description("A problem (RFC 9457); nothing was stored")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        api.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation.getResponses().addApiResponse("default", response)));
    }

    /** UNKNOWN stands for a word of a later version: callers never send it, and never get it from a desk of theirs. */
    private static void dropUnknown(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(DeskDescription::dropUnknown);
        }
        if (schema.getItems() != null) {
            dropUnknown(schema.getItems());
        }
        if (schema.getEnum() != null) {
            Vocabulary.withoutUnknown(schema.getEnum()).ifPresent(words -> restrict(schema, words));
        }
    }

    @SuppressWarnings("unchecked") // The words of the schema are the only ones that go back into it.
    private static <T> void restrict(Schema<T> schema, List<String> words) {
        schema.setEnum((List<T>) words);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new Schema<String>().type("string").format("uri-reference"))
                .addProperty("title", new Schema<String>().type("string"))
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new Schema<String>().type("string"))
                .addProperty("instance", new Schema<String>().type("string").format("uri-reference"));
    }
}
