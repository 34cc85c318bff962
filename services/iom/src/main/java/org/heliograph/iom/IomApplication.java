package org.heliograph.iom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class IomApplication {

    public static void main(String[] args) {
        SpringApplication.run(IomApplication.class, args);
    }
}
