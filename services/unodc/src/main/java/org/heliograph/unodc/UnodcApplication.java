package org.heliograph.unodc;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class UnodcApplication {

    public static void main(String[] args) {
        SpringApplication.run(UnodcApplication.class, args);
    }
}
