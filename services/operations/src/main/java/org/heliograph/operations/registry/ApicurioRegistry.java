package org.heliograph.operations.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.RegistryClients;
import org.heliograph.exchange.registry.RegistryProperties;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Apicurio Registry: through its Confluent-compatible API, which chooses ids itself and ignores the one that a request
 * names, and, where an id is to be a certain one, through the import of its own API.
 */
@Component
final class ApicurioRegistry implements LiveRegistry, DisposableBean {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern COMPATIBLE = Pattern.compile("(.*)/apis/ccompat/v\\d+/?");
    private static final String IMPORT = "/apis/registry/v3/admin/import?requireEmptyRegistry=false";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int INCOMPATIBLE = 409;

    private final URI url;
    private final AccessTokens tokens;
    private final SchemaRegistryClient client;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ApicurioRegistry(RegistryProperties registry, AccessTokens tokens) {
        this.url = registry.url();
        this.tokens = tokens;
        this.client = RegistryClients.create(registry, tokens);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(SchemaRegistryClient client) throws IOException, RestClientException;
    }

    @Override
    public SortedSet<String> subjects() throws IOException {
        SortedSet<String> subjects = new TreeSet<>();
        subjects.addAll(answer("the list of subjects", SchemaRegistryClient::getAllSubjects));
        return subjects;
    }

    @Override
    public OptionalInt find(String subject, String definition) throws IOException {
        return unlessAbsent(subject, asked -> asked.getId(subject, new AvroSchema(definition)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    @Override
    public Optional<String> definition(int id) throws IOException {
        HttpResponse<String> response =
                send(request(URI.create(url + "/schemas/ids/" + id)).GET());
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (response.statusCode() != OK) {
            throw new IOException("registry answered %d for id %d".formatted(response.statusCode(), id));
        }
        try {
            return Optional.of(JSON.readTree(response.body()).path("schema").asString(""));
        } catch (JacksonException e) {
            throw new IOException("registry answered without JSON for id " + id, e);
        }
    }

    @Override
    public int register(String subject, String definition) throws IOException {
        try {
            return forgetful().register(subject, new AvroSchema(definition));
        } catch (RestClientException e) {
            if (e.getStatus() == INCOMPATIBLE) {
                throw new CannotApplyException(
                        "schema %s is not compatible with an earlier version: %s".formatted(subject, e.getMessage()));
            }
            throw failure(subject, e);
        }
    }

    @Override
    public void place(Collection<RegisteredSchema> schemas) throws IOException {
        HttpResponse<String> response = send(request(importUri())
                .header("Content-Type", "application/zip")
                .header("X-Registry-Preserve-ContentId", "true")
                .POST(BodyPublishers.ofByteArray(ImportArchive.of(schemas))));
        if (response.statusCode() / 100 != 2) {
            throw new IOException("registry answered %d to an import".formatted(response.statusCode()));
        }
    }

    private URI importUri() {
        Matcher path = COMPATIBLE.matcher(url.toString());
        if (!path.matches()) {
            throw new CannotApplyException(("heliograph.registry.url: found %s, expected one that ends with"
                            + " /apis/ccompat/v7, beside which Apicurio Registry takes schemas with their ids")
                    .formatted(url));
        }
        return URI.create(path.group(1) + IMPORT);
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + tokens.current());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the registry");
        }
    }

    @Override
    public String compatibility(String subject) throws IOException {
        return unlessAbsent(subject, asked -> asked.getCompatibility(subject)).orElse("");
    }

    @Override
    public void hold(String subject, String compatibility) throws IOException {
        var _ = answer(subject, asked -> asked.updateCompatibility(subject, compatibility));
    }

    private <T> Optional<T> unlessAbsent(String what, Question<T> question) throws IOException {
        try {
            return Optional.of(question.ask(forgetful()));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure(what, e);
        }
    }

    private <T> T answer(String what, Question<T> question) throws IOException {
        try {
            return question.ask(forgetful());
        } catch (RestClientException e) {
            throw failure(what, e);
        }
    }

    /** It would answer from its memory what it has asked, or registered, before. */
    private SchemaRegistryClient forgetful() {
        client.reset();
        return client;
    }

    private static IOException failure(String what, RestClientException e) {
        return new IOException("registry answered %d for %s".formatted(e.getStatus(), what), e);
    }

    @Override
    public void destroy() throws IOException {
        http.shutdownNow();
        client.close();
    }
}
