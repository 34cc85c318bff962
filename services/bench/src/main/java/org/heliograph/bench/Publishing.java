package org.heliograph.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.tools.ProducerPerformance;
import org.heliograph.bench.Throughput.Look;

/** The steps up to the broker: what it costs to say something, from bytes to a signed dispatch. */
final class Publishing {

    private static final int TOGETHER_PER_SECOND = 800;

    private final Bare bare;
    private final Map<String, Object> authorized;
    private final Offers offers;
    private final Sizes sizes;
    private final int partitions;

    Publishing(Bare bare, Map<String, Object> authorized, Offers offers, Sizes sizes, int partitions) {
        this.bare = bare;
        this.authorized = authorized;
        this.offers = offers;
        this.sizes = sizes;
        this.partitions = partitions;
    }

    private record Variant(String name, Map<String, Object> login, Supplier<byte[]> value) {}

    /** Kafka's own measure of a producer; its latencies are those of a producer that is kept full. */
    Step kafkasOwn(Path folder) throws Exception {
        Path settings = folder.resolve("producer.properties");
        List<String> lines = new ArrayList<>(List.of("acks=all", "enable.idempotence=true"));
        bare.login().forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(settings, lines);
        perfTest(settings);
        Look first = Look.at(0);
        double[] told = perfTest(settings);
        Throughput seen = Throughput.between(first, Look.at(sizes.published()));
        return new Step(
                "bare, Kafka's ProducerPerformance",
                new Throughput(seen.records(), told[0], seen.cpuMicros()),
                new Latency(seen.records(), told[1], told[2], told[3], told[4]));
    }

    private double[] perfTest(Path settings) throws Exception {
        PrintStream before = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            ProducerPerformance.main(new String[] {
                "--topic", Bare.PUBLISH,
                "--num-records", Integer.toString(sizes.published()),
                "--record-size", Integer.toString(size()),
                "--throughput", "-1",
                "--command-config", settings.toString()
            });
        } finally {
            System.setOut(before);
        }
        return PerfTest.read(said.toString(StandardCharsets.UTF_8));
    }

    private int size() {
        return offers.whole(BenchPolicy.recipients("xa", 3)).length;
    }

    List<Step> steps() {
        byte[] fixed = offers.whole(BenchPolicy.recipients("xa", 3));
        String signature = "x".repeat(131);
        List<Variant> variants = List.of(
                new Variant("bare, this bench's producer", bare.login(), () -> fixed),
                new Variant("+ OAUTHBEARER and ACLs", authorized, () -> fixed),
                new Variant(
                        "+ Avro and registry",
                        authorized,
                        () -> offers.unsigned(signature, BenchPolicy.recipients("xa", 3))),
                new Variant("+ signature", authorized, () -> offers.whole(BenchPolicy.recipients("xa", 3))));
        variants.forEach(this::flatOut);
        List<Throughput> throughputs = variants.stream().map(this::flatOut).toList();
        List<Latency> latencies = steady(variants);
        return IntStream.range(0, variants.size())
                .mapToObj(turn -> new Step(variants.get(turn).name(), throughputs.get(turn), latencies.get(turn)))
                .toList();
    }

    private Throughput flatOut(Variant variant) {
        try (KafkaProducer<byte[], byte[]> producer = producer(variant, Map.of())) {
            Look first = Look.at(0);
            send(producer, variant);
            return Throughput.between(first, Look.at(sizes.published()));
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Variant variant) {
        for (int index = 0; index < sizes.published(); index++) {
            var _ = producer.send(record(variant, index));
        }
        producer.flush();
    }

    private ProducerRecord<byte[], byte[]> record(Variant variant, int index) {
        return new ProducerRecord<>(
                Bare.PUBLISH, index % partitions, null, variant.value().get());
    }

    /** All variants in turn, in the same seconds: what else the machine does befalls them alike. */
    private List<Latency> steady(List<Variant> variants) {
        List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
        List<Histogram> histograms = new ArrayList<>();
        for (Variant variant : variants) {
            producers.add(producer(variant, Map.of("linger.ms", 0)));
            histograms.add(new SynchronizedHistogram(Latency.histogram()));
        }
        Pace pace = new Pace(TOGETHER_PER_SECOND, sizes.paced());
        int warmUp = pace.beats() / 3;
        pace.run((index, intended) -> {
            int turn = index % variants.size();
            var _ = producers.get(turn).send(record(variants.get(turn), index / variants.size()), (metadata, error) -> {
                if (error == null && index >= warmUp) {
                    Latency.record(histograms.get(turn), System.nanoTime() - intended);
                }
            });
        });
        producers.forEach(KafkaProducer::close);
        return histograms.stream().map(Latency::of).toList();
    }

    private static KafkaProducer<byte[], byte[]> producer(Variant variant, Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(variant.login());
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        config.putAll(settings);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
