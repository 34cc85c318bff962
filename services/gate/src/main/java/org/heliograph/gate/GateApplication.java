package org.heliograph.gate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

// There are no users here, so none with a generated password either; and the loop is on the plain clients.
@SpringBootApplication(exclude = {UserDetailsServiceAutoConfiguration.class, KafkaAutoConfiguration.class})
public class GateApplication {

    public static void main(String[] args) {
        SpringApplication.run(GateApplication.class, args);
    }
}
