package org.heliograph.desk.pages.requests;

import org.heliograph.desk.requests.Casework;
import org.heliograph.desk.requests.Commands;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.web.RequestsWebAutoConfiguration;
import org.heliograph.desk.requests.web.WrittenInput;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Requests on pages. */
@AutoConfiguration(after = RequestsWebAutoConfiguration.class)
public final class RequestPagesAutoConfiguration {

    @Bean
    RequestListController requestListController(RequestFiles files) {
        return new RequestListController(files);
    }

    @Bean
    RequestPagesController requestPagesController(
            RequestFiles files, Casework casework, Commands commands, WrittenInput input) {
        return new RequestPagesController(files, casework, commands, input);
    }
}
