package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.IdentityDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Gives systems new client secrets. */
@Command(
        name = "secret",
        description = {
            "Gives a system another client secret, and says where it is kept.",
            "A service that runs goes on with the secret that it was started with, until it is started again."
        },
        synopsisSubcommandLabel = "COMMAND")
final class SecretCommand implements Runnable {

    private final PrintWriter out;

    SecretCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph secret --help lists the commands");
    }

    @Command(
            description = {
                "As the system's own party: a secret beside those of before, which end after the overlap.",
                "Within the overlap, start whatever uses the old one again."
            })
    int rotate(
            @Parameters(paramLabel = "PRINCIPAL", description = "A system such as xa.") String principal,
            @Option(
                            names = "--overlap",
                            paramLabel = "TIME",
                            defaultValue = "24h",
                            converter = Overlap.class,
                            description = "0 to 30d, such as 90m, 24h or 7d; ${DEFAULT-VALUE} unless given.")
                    Duration overlap) {
        Stack stack = Place.embedded("secret rotate");
        String party = stack.roster().parties().getOrDefault(principal, principal);
        try (IdentityDesk desk = IdentityDesk.ofParty(stack, party)) {
            IdentityDesk.Rotated rotated = desk.rotateSecret(principal, overlap);
            tell(stack, principal, stack.secrets().keepClient(principal, rotated.secret()));
            out.println("The earlier ones work until " + rotated.previousUntil() + ".");
        }
        return 0;
    }

    @Command(
            description = {
                "As an operator, for a system whose secret is lost or known to others: all earlier secrets end at",
                "once, so that nobody can take a system over without its owner noticing."
            })
    int reset(
            @Parameters(paramLabel = "PRINCIPAL", description = "A system such as xa.") String principal,
            @Option(names = "--as", paramLabel = "OPERATOR", required = true, description = "Operator who asks.")
                    String operator) {
        Stack stack = Place.embedded("secret reset");
        try (IdentityDesk desk = IdentityDesk.ofOperator(stack, operator)) {
            tell(stack, principal, stack.secrets().keepClient(principal, desk.resetSecret(principal)));
            out.println("The earlier ones have ended.");
        }
        return 0;
    }

    private void tell(Stack stack, String principal, Path file) {
        out.println("The new secret of " + principal + " is in " + file);
        if (stack.components().stream().map(Component::id).anyMatch(principal::equals)) {
            out.println("The service of " + principal + " uses the earlier one until it is started again.");
        }
    }

    /** A number and a unit; 0 needs none. */
    static final class Overlap implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            if (text.equals("0")) {
                return Duration.ZERO;
            }
            if (!text.matches("[0-9]{1,6}[smhd]")) {
                throw new TypeConversionException(
                        "expected a number and s, m, h or d, such as 24h, not '" + text + "'");
            }
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
    }
}
