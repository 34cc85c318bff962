package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.Map;

/** A Spring Boot application: identity, the gate, the control plane, a party's service. */
final class BootPart implements Part {

    private final Site site;
    private final Component component;
    private final String application;
    private final Settings settings;

    /** What the process is told, computed at each start. */
    @FunctionalInterface
    interface Settings {
        Map<String, String> of(Site site);
    }

    BootPart(Site site, Component component, String application, Settings settings) {
        this.site = site;
        this.component = component;
        this.application = application;
        this.settings = settings;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public ChildProcess launch() {
        Path config =
                PropertiesFile.write(site.state().config().resolve(component.id() + ".properties"), settings.of(site));
        return new JavaCommand(site, component)
                // Operations remembers what it saw of every reader at every partition.
                .heap(component == Component.OPERATIONS ? "256m" : "192m")
                // Every message passes the gate, which checks a signature for each.
                .compiler(component == Component.GATE ? Compiler.FULL : Compiler.QUICK)
                .archive(site.installation().archive(application))
                .property("org.apache.kafka.sasl.oauthbearer.allowed.urls", site.tokenUri() + "," + site.jwksUri())
                .jar(
                        site.installation().application(application),
                        "--spring.config.additional-location=file:" + config + ",optional:file:"
                                + site.state().ownSettings(component))
                .start(site.state().log(component));
    }

    @Override
    public boolean isReady() {
        return Probe.isUp(site.url(Port.of(component), "/actuator/health/readiness"));
    }
}
