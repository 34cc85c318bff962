package org.heliograph.standalone.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.kafka.clients.admin.OffsetSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A place in the time of a topic.
 *
 * @param text as it was written
 * @param asked what the broker is asked for
 */
record Moment(String text, OffsetSpec asked) {

    @Override
    public String toString() {
        return text;
    }

    /** From the command line. */
    static final class Converter implements ITypeConverter<Moment> {

        @Override
        public Moment convert(String text) {
            return new Moment(
                    text,
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "earliest" -> OffsetSpec.earliest();
                        case "latest" -> OffsetSpec.latest();
                        default -> OffsetSpec.forTimestamp(instant(text).toEpochMilli());
                    });
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "found '%s', expected earliest, latest, or an instant such as 2026-11-28T09:00:00Z"
                                .formatted(text));
            }
        }
    }
}
