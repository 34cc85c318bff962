package org.heliograph.desk.pages.requests;

import org.heliograph.desk.requests.Casework;
import org.heliograph.desk.requests.Commands;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.Results;
import org.heliograph.desk.requests.web.RequestsWebAutoConfiguration;
import org.heliograph.desk.requests.web.WrittenInput;
import org.springframework.beans.factory.ObjectProvider;
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
            RequestFiles files,
            Casework casework,
            Commands commands,
            WrittenInput input,
            ObjectProvider<Results> results,
            ObjectProvider<Results.Making> makings) {
        return new RequestPagesController(
                files,
                casework,
                commands,
                input,
                new Closings(
                        results.orderedStream().toList(),
                        makings.orderedStream().toList()));
    }
}
