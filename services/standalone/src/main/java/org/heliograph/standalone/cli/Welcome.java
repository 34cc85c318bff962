package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Officer;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;

/** What somebody needs who sees the stack for the first time. */
record Welcome(Stack stack) {

    void print(PrintWriter out) {
        out.println();
        service(out, Component.IOM, Port.IOM, "IOM");
        service(out, Component.UNODC, Port.UNODC, "UNODC");
        service(out, Component.XA, Port.XA, "liaison office of State XA");
        service(out, Component.XB, Port.XB, "liaison office of State XB");
        if (stack.components().contains(Component.OPERATIONS)) {
            line(out, "console", stack.url(Port.OPERATIONS, "/console").toString(), "what operators see");
        }
        line(out, "broker", stack.bootstrapServers(), "SASL_PLAINTEXT, OAUTHBEARER");
        line(out, "registry", stack.registryUrl().toString(), "Confluent-compatible");
        line(out, "identity", stack.issuer().toString(), "OAuth2, OpenID Connect");
        out.println();
        out.println("  Demo users, each with the password in " + stack.secrets().officerFile("<name>"));
        for (Officer officer : stack.roster().officers()) {
            out.println("    %-20s %s of %s".formatted(officer.username(), officer.role(), officer.party()));
        }
        out.println();
        out.println("  Three things to try:");
        attempt(out, "demo", "a request crosses, and an intruder is refused");
        attempt(out, "tail unodc", "what UNODC receives, decoded, as it comes");
        attempt(out, "client-config xb --for librdkafka", "settings for a Kafka client of your own");
        out.println();
    }

    private void service(PrintWriter out, Component component, Port port, String what) {
        if (stack.components().contains(component)) {
            line(out, component.id(), stack.url(port, "/desk").toString(), what);
        }
    }

    private static void attempt(PrintWriter out, String command, String what) {
        out.println("    %-46s %s".formatted("./heliograph " + command, what));
    }

    private static void line(PrintWriter out, String name, String address, String what) {
        out.println("  %-10s %-46s %s".formatted(name, address, what));
    }
}
