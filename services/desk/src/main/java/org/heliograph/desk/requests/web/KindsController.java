package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.desk.requests.Addressees;
import org.heliograph.events.RequestKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/requests/kinds")
@Tag(name = "Cooperation requests")
final class KindsController {

    private final Addressees addressees;

    KindsController(Addressees addressees) {
        this.addressees = addressees;
    }

    /** In an object of its own, so that more can be told later. */
    record Kinds(List<KindView> kinds) {}

    @GetMapping
    @Operation(
            operationId = "listKinds",
            summary = "List the kinds of requests: what each needs, and whom it may be addressed to",
            description =
                    "Addressees are those of the policy in force. A vessel's request goes to the State alone whose"
                            + " flag is claimed.")
    Kinds list() {
        Optional<Map<RequestKind, List<String>>> known = addressees.byKind();
        return new Kinds(Arrays.stream(RequestKind.values())
                .filter(kind -> kind != RequestKind.UNKNOWN)
                .map(kind -> KindView.of(
                        kind,
                        known.map(byKind -> byKind.getOrDefault(kind, List.of()))
                                .orElse(null)))
                .toList());
    }
}
