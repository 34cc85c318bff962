package org.heliograph.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Samples;
import org.junit.jupiter.api.Test;

class AvroBinaryTest {

    private static final Schema ALERT = EventSchemas.of(AlertRoute.class);

    @Test
    void readsBackWhatItWrote() {
        AlertRoute alert = Samples.alert();

        assertThat(AvroBinary.decode(AlertRoute.class, ALERT, AvroBinary.encode(alert)))
                .isEqualTo(alert);
    }

    @Test
    void readsGenericallyWithoutAClass() {
        byte[] binary = AvroBinary.encode(Samples.alert());

        assertThat(AvroBinary.decode(ALERT, binary).get("routeId")).hasToString("r-1");
    }

    @Test
    void readsTheEnvelopeWithoutTheRest() {
        byte[] binary = AvroBinary.encode(Samples.alert());
        byte[] envelopeOnly = Arrays.copyOf(binary, binary.length - 40);

        assertThat(AvroBinary.envelope(ALERT, envelopeOnly)).isEqualTo(Samples.envelope(Tlp.GREEN));
    }

    @Test
    void refusesASchemaWithoutEnvelope() {
        Schema other = SchemaBuilder.record("Other")
                .fields()
                .requiredString("envelope")
                .endRecord();
        Schema none =
                SchemaBuilder.record("None").fields().requiredString("name").endRecord();

        assertMalformed(() -> AvroBinary.envelope(other, new byte[] {0}));
        assertMalformed(() -> AvroBinary.envelope(none, new byte[] {0}));
        assertMalformed(() -> AvroBinary.envelope(Schema.create(Schema.Type.INT), new byte[] {0}));
    }

    @Test
    void refusesWhatIsLeftOver() {
        byte[] binary = AvroBinary.encode(Samples.alert());
        byte[] longer = Arrays.copyOf(binary, binary.length + 1);

        assertMalformed(() -> AvroBinary.decode(ALERT, longer));
        assertMalformed(() -> AvroBinary.decode(AlertRoute.class, ALERT, longer));
    }

    @Test
    void refusesEachTruncation() {
        byte[] binary = AvroBinary.encode(Samples.alert());

        for (int length = 0; length < binary.length; length++) {
            byte[] shorter = Arrays.copyOf(binary, length);
            assertMalformed(() -> AvroBinary.decode(ALERT, shorter));
            assertMalformed(() -> AvroBinary.decode(AlertRoute.class, ALERT, shorter));
        }
    }

    @Test
    void refusesAFewBytesThatClaimAHundredMillionItems() throws IOException {
        Schema nothings = SchemaBuilder.array().items().nullType();
        Schema holder = SchemaBuilder.record("Holder")
                .fields()
                .name("items")
                .type(nothings)
                .noDefault()
                .endRecord();
        byte[] claim = blockOf(100_000_000L);

        assertThat(claim).hasSizeLessThan(8);
        assertMalformed(() -> AvroBinary.decode(holder, claim));
    }

    @Test
    void refusesItemsBeyondTheLimitInManySmallBlocks() throws IOException {
        Schema nothings = SchemaBuilder.array().items().nullType();
        Schema holder = SchemaBuilder.record("Holder")
                .fields()
                .name("items")
                .type(nothings)
                .noDefault()
                .endRecord();
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        for (int block = 0; block < 11; block++) {
            encoder.writeLong(AvroLimits.MAX_ITEMS / 10);
        }
        encoder.writeLong(0);

        assertMalformed(() -> AvroBinary.decode(holder, bytes.toByteArray()));
    }

    @Test
    void endsWithAValueOrMalformedWhateverTheBytesAre() {
        byte[] binary = AvroBinary.encode(Samples.alert());
        var random = new Random(20261123);

        for (int round = 0; round < 20_000; round++) {
            byte[] mutated = binary.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            valueOrMalformed(() -> AvroBinary.decode(ALERT, mutated));
            valueOrMalformed(() -> AvroBinary.decode(AlertRoute.class, ALERT, mutated));
            valueOrMalformed(() -> AvroBinary.envelope(ALERT, mutated));
        }
    }

    private static byte[] blockOf(long items) throws IOException {
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        encoder.writeLong(items);
        encoder.writeLong(0);
        return bytes.toByteArray();
    }

    private static void assertMalformed(Runnable read) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(read::run);
    }

    private static void valueOrMalformed(Runnable read) {
        try {
            read.run();
        } catch (MalformedValueException allowed) {
            assertThat(allowed).hasMessageNotContaining("Port Alpha");
        }
    }
}
