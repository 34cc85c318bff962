package org.heliograph.sharing.policy;

import java.util.Optional;
import java.util.Set;
import org.heliograph.sharing.policy.Platform.Principals;
import org.heliograph.sharing.policy.Platform.Quotas;
import org.heliograph.sharing.policy.Platform.Retention;

/** Reads {@code platform.yaml}. */
final class PlatformFile {

    static final String NAME = "platform.yaml";

    private static final int MOST_PARTITIONS = 1_000;

    private PlatformFile() {}

    static Optional<Platform> read(Located file, Owners owners) {
        return file.whole(Set.of("partitions", "retention", "quotas", "principals"), fields -> {
                    int partitions = (int) fields.number("partitions", 1, MOST_PARTITIONS);
                    Optional<Retention> retention = fields.required("retention").flatMap(PlatformFile::retention);
                    Optional<Quotas> quotas = fields.required("quotas").flatMap(PlatformFile::quotas);
                    Optional<Principals> principals =
                            fields.required("principals").flatMap(at -> principals(at, owners));
                    return retention.flatMap(kept -> quotas.flatMap(
                            bounds -> principals.map(known -> new Platform(partitions, kept, bounds, known))));
                })
                .flatMap(platform -> platform);
    }

    private static Optional<Retention> retention(Located at) {
        return at.whole(
                Set.of("outbox", "receipts", "audit", "recalled"),
                fields -> new Retention(
                        fields.duration("outbox"),
                        fields.duration("receipts"),
                        fields.duration("audit"),
                        fields.duration("recalled")));
    }

    private static Optional<Quotas> quotas(Located at) {
        return at.whole(
                Set.of("publish", "read", "requests"),
                fields -> new Quotas(
                        fields.number("publish", 1, Long.MAX_VALUE), fields.number("read", 1, Long.MAX_VALUE), (int)
                                fields.number("requests", 1, Integer.MAX_VALUE)));
    }

    private static Optional<Principals> principals(Located at, Owners owners) {
        return at.whole(
                Set.of("gate", "operations", "auditor"),
                fields -> new Principals(
                        principal(fields, "gate", owners),
                        principal(fields, "operations", owners),
                        principal(fields, "auditor", owners)));
    }

    private static String principal(Fields fields, String role, Owners owners) {
        String principal = fields.text(role);
        fields.find(role)
                .filter(at -> !principal.isEmpty())
                .ifPresent(at -> owners.claim(at, principal, "platform.yaml: principals." + role));
        return principal;
    }
}
