package org.heliograph.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.validation.EventRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplesTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, Schema> EVENTS = Schemas.events();

    static final List<String> TYPES = List.copyOf(EVENTS.keySet());

    @ParameterizedTest
    @MethodSource("good")
    void everyGoodSampleIsWrittenReadAndValid(Path sample) throws IOException {
        Schema schema = schema(sample);
        GenericData.Record written = PlainJson.read(schema, JSON.readTree(Files.readString(sample)));
        SpecificRecord event = specific(written);

        assertThat(EventRules.violations(event)).isEmpty();
        assertThat(generic(schema, event)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void everyBadSampleFailsForItsStatedReason(Path sample) throws IOException {
        JsonNode stated = JSON.readTree(Files.readString(sample));

        assertThat(faults(schema(sample), stated.required("event")))
                .containsExactly(stated.required("reason").asString());
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void everyEventHasGoodAndBadSamples(String type) {
        assertThat(good().filter(sample -> type.equals(type(sample)))).isNotEmpty();
        assertThat(bad().filter(sample -> type.equals(type(sample)))).isNotEmpty();
    }

    @Test
    void samplesOfNothingElseLieAround() {
        assertThat(Stream.concat(good(), bad()))
                .allSatisfy(sample -> assertThat(TYPES).contains(type(sample)));
    }

    private static List<String> faults(Schema schema, JsonNode event) {
        GenericData.Record written;
        try {
            written = PlainJson.read(schema, event);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return EventRules.violations(specific(written));
    }

    private static SpecificRecord specific(GenericData.Record written) {
        Schema schema = written.getSchema();
        return read(new SpecificDatumReader<>(schema), write(new GenericDatumWriter<>(schema), written));
    }

    private static GenericData.Record generic(Schema schema, SpecificRecord event) {
        return read(new GenericDatumReader<>(schema), write(new SpecificDatumWriter<>(schema), event));
    }

    private static <T> byte[] write(DatumWriter<T> writer, T event) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            writer.write(event, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(DatumReader<T> reader, byte[] bytes) {
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> good() {
        return files(SAMPLES.resolve("good"));
    }

    static Stream<Path> bad() {
        return files(SAMPLES.resolve("bad"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path sample) {
        return sample.getName(sample.getNameCount() - 2).toString();
    }

    private static Schema schema(Path sample) {
        Schema schema = EVENTS.get(type(sample));
        if (schema == null) {
            throw new IllegalArgumentException("no event type: " + sample);
        }
        return schema;
    }
}
