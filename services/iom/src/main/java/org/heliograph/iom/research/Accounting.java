package org.heliograph.iom.research;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the rows of a file: each was taken or is set aside for one reason.
 *
 * @param setAside only reasons that occurred
 */
record Accounting(long read, long taken, Map<SetAside, Long> setAside) {

    static final Accounting NOTHING = new Accounting(0, 0, Map.of());

    Accounting {
        EnumMap<SetAside, Long> copy = new EnumMap<>(SetAside.class);
        copy.putAll(setAside);
        setAside = Collections.unmodifiableMap(copy);
        long sum = taken + setAside.values().stream().mapToLong(Long::longValue).sum();
        if (read != sum) {
            throw new IllegalStateException("%d rows were read, but %d are accounted for".formatted(read, sum));
        }
    }

    Accounting plus(Judged judged) {
        return switch (judged) {
            case Judged.Taken _ -> new Accounting(read + 1, taken + 1, setAside);
            case Judged.Aside aside -> {
                EnumMap<SetAside, Long> more = new EnumMap<>(SetAside.class);
                more.putAll(setAside);
                more.merge(aside.reason(), 1L, Math::addExact);
                yield new Accounting(read + 1, taken, more);
            }
        };
    }
}
