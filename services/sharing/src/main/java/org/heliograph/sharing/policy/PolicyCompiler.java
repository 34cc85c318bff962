package org.heliograph.sharing.policy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compiles {@code platform.yaml}, {@code parties.yaml}, {@code events.yaml}, {@code declassifiers.yaml} and
 * {@code grants.yaml} of one directory to a {@link Policy}.
 */
public final class PolicyCompiler {

    private PolicyCompiler() {}

    /**
     * Reads and checks the files of a directory.
     *
     * @return a policy without registry ids and keys: see {@link Policy#with}
     * @throws InvalidPolicyException with every error found, in the order of files and lines; a file that is no
     *     readable YAML gives one error
     */
    public static Policy compile(Path directory) {
        PolicyErrors errors = new PolicyErrors();
        Owners owners = new Owners();
        Optional<Platform> platform =
                YamlSource.read(directory, PlatformFile.NAME, errors).flatMap(file -> PlatformFile.read(file, owners));
        Optional<PartiesFile> parties =
                YamlSource.read(directory, PartiesFile.NAME, errors).flatMap(file -> PartiesFile.read(file, owners));
        Optional<EventsFile> events =
                YamlSource.read(directory, EventsFile.NAME, errors).flatMap(EventsFile::read);
        Optional<DeclassifiersFile> declassifiers =
                YamlSource.read(directory, DeclassifiersFile.NAME, errors).flatMap(DeclassifiersFile::read);
        Optional<Located> grants = YamlSource.read(directory, GrantsFile.NAME, errors);
        Optional<Content> content = parties.flatMap(who -> events.flatMap(what ->
                declassifiers.flatMap(out -> grants.map(exceptions -> Content.of(who, what, out, exceptions)))));
        if (errors.count() > 0 || platform.isEmpty() || content.isEmpty()) {
            throw new InvalidPolicyException(errors.all());
        }
        return content.get().policy(platform.get());
    }

    /** All but the platform, checked against each other. */
    private record Content(
            SortedMap<String, Party> parties,
            SortedMap<String, EventPolicy> events,
            SortedMap<String, Declassifier> declassifiers,
            SortedMap<String, Grant> grants,
            SortedMap<String, Access> audit) {

        static Content of(PartiesFile who, EventsFile what, DeclassifiersFile out, Located exceptions) {
            SortedMap<String, Party> parties = PartyCheck.parties(who);
            SortedMap<String, EventPolicy> events = EventCheck.events(what, parties, new LetterCheck(what, who, out));
            SortedMap<String, Access> audit = new TreeMap<>();
            what.audit().forEach((role, cell) -> audit.put(role, cell.access()));
            return new Content(
                    parties,
                    events,
                    out.compile(who, parties, events),
                    GrantsFile.read(exceptions, who, parties, what.types(), events),
                    audit);
        }

        Policy policy(Platform platform) {
            return PolicyJson.seal(new Policy(
                    "",
                    platform,
                    parties,
                    events,
                    grants,
                    declassifiers,
                    audit,
                    Collections.emptySortedMap(),
                    List.of()));
        }
    }
}
