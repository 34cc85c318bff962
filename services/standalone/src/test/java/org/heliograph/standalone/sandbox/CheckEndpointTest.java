package org.heliograph.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckEndpointTest {

    private static final String GOOD =
            "{\"instance\": \"a\", \"group\": \"xb.kit\", \"handled\": [], \"recalled\": []}";

    @Test
    void seesWhatTheClientSays() throws Exception {
        int port = freePort();
        try (LoopbackServer client = new LoopbackServer(port);
                CheckEndpoint endpoint = new CheckEndpoint(port)) {
            client.handle("/check", exchange -> LoopbackServer.answer(exchange, 200, GOOD));

            assertThat(endpoint.look().group()).isEqualTo("xb.kit");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {} | answers 503",
                "200 | nothing | without JSON",
                "200 | {} | cannot be understood: it says no 'instance'",
            })
    void saysWhyItUnderstandsNothing(int status, String body, String problem) throws Exception {
        int port = freePort();
        try (LoopbackServer client = new LoopbackServer(port);
                CheckEndpoint endpoint = new CheckEndpoint(port)) {
            client.handle("/check", exchange -> LoopbackServer.answer(exchange, status, body));

            assertThatExceptionOfType(CheckEndpoint.SilentClientException.class)
                    .isThrownBy(endpoint::look)
                    .withMessageContaining(problem);
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        try (CheckEndpoint endpoint = new CheckEndpoint(freePort())) {
            assertThatExceptionOfType(CheckEndpoint.SilentClientException.class)
                    .isThrownBy(endpoint::look)
                    .withMessageContaining("it does not answer at http://127.0.0.1:");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
