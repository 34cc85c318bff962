package org.heliograph.identity.web;

import java.util.Comparator;
import java.util.List;
import org.heliograph.identity.accounts.TokenRequests;
import org.heliograph.identity.accounts.TokenRequests.TokenRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who gets tokens and who is refused them, for operations: a reader without a token is behind for that reason. */
@RestController
@RequestMapping("/api/token-requests")
class TokenRequestsController {

    private final TokenRequests requests;

    TokenRequestsController(TokenRequests requests) {
        this.requests = requests;
    }

    record Asked(List<TokenRequest> clients) {}

    @GetMapping
    Asked list() {
        return new Asked(requests.all().stream()
                .sorted(Comparator.comparing(TokenRequest::client))
                .toList());
    }
}
