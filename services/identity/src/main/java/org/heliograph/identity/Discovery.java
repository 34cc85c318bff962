package org.heliograph.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Spring describes all that it could do; this provider does less, and says so. */
final class Discovery {

    private static final Set<String> CLOSED = Set.of(
            "userinfo_endpoint",
            "revocation_endpoint",
            "revocation_endpoint_auth_methods_supported",
            "dpop_signing_alg_values_supported",
            "tls_client_certificate_bound_access_tokens");

    private Discovery() {}

    static void keepWhatExists(Map<String, Object> metadata) {
        metadata.keySet().removeAll(CLOSED);
        metadata.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
        metadata.put(
                "scopes_supported", List.of("openid", "broker", "registry", "desk", "operations", "gate", "identity"));
        metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "none"));
        metadata.put("introspection_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        metadata.replace("id_token_signing_alg_values_supported", List.of("ES256"));
    }
}
