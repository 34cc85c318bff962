package org.heliograph.standalone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What identity is told of the stack around it; who may log in is in its accounts. */
final class IdentitySettings {

    private static final String PREFIX = "heliograph.identity.";

    private IdentitySettings() {}

    static Map<String, String> of(Site site) {
        Map<String, String> settings = BootSettings.server(site, Component.IDENTITY);
        settings.put(PREFIX + "issuer", site.issuer().toString());
        settings.put(PREFIX + "signing-key", site.secrets().identityKeysFile().toString());
        settings.put(PREFIX + "desk-redirect-uris[0]", "http://127.0.0.1/callback");
        settings.put(PREFIX + "desk-redirect-uris[1]", "http://127.0.0.1/swagger-ui/oauth2-redirect.html");
        settings.put(PREFIX + "desk-redirect-uris[2]", "http://127.0.0.1/desk/signed-in");
        settings.put(PREFIX + "desk-redirect-uris[3]", "http://127.0.0.1/console/signed-in");
        List<URI> signedOut = Stream.concat(
                        Stream.of(Port.IOM, Port.UNODC, Port.XA, Port.XB)
                                .map(desk -> site.url(desk, "/desk/signed-out")),
                        Stream.of(site.url(Port.OPERATIONS, "/console/signed-out")))
                .toList();
        for (int i = 0; i < signedOut.size(); i++) {
            settings.put(
                    PREFIX + "desk-signed-out-uris[" + i + "]", signedOut.get(i).toString());
        }
        List<String> origins = Stream.of(Port.OPERATIONS, Port.IOM, Port.UNODC, Port.XA, Port.XB)
                .map(port -> site.url(port, "").toString())
                .toList();
        for (int i = 0; i < origins.size(); i++) {
            settings.put(PREFIX + "allowed-origins[" + i + "]", origins.get(i));
        }
        settings.put(PREFIX + "accounts", AccountFiles.folder(site.state()).toString());
        return settings;
    }
}
