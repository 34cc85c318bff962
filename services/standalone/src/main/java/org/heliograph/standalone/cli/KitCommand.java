package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.kits.KitContent;
import org.heliograph.standalone.kits.KitFolder;
import org.heliograph.standalone.kits.KitLanguage;
import org.heliograph.standalone.kits.KitPlaces;
import org.heliograph.standalone.kits.KitTemplates;

/** Writes the client kit of a principal, by the version of the policy that is in force. */
record KitCommand(PrintWriter out, Stack stack, String principal, KitLanguage language) {

    int run(Path folder) {
        KitFolder target = new KitFolder(folder);
        target.requireEmpty();
        KitContent kit = KitContent.of(inForce(), principal, places());
        if (!stack.secrets().hasClient(principal)) {
            throw new StackException(
                    "'%s' has no secret in the state folder, to which its kit could point".formatted(principal));
        }
        target.write(new KitTemplates(stack.clientKits()).files(kit, language));
        out.println("Wrote a kit for %s to %s: %d topics. README.md there says how to run it."
                .formatted(principal, target.path(), kit.topics().size()));
        out.println(
                "The client secret is not in it; it stays in " + stack.secrets().clientFile(principal));
        return 0;
    }

    private Policy inForce() {
        try (OperationsDesk desk = new OperationsDesk(stack, PolicyCommand.PROPOSER)) {
            return desk.policyInForce();
        }
    }

    private KitPlaces places() {
        return new KitPlaces(
                stack.bootstrapServers(),
                stack.tokenUri(),
                stack.registryUrl(),
                stack.url(Port.OPERATIONS, ""),
                Component.named(principal)
                        .filter(stack.components()::contains)
                        .map(service -> stack.url(Port.of(service), "")),
                stack.secrets().clientFile(principal));
    }
}
