package org.heliograph.desk.pages.work;

import java.util.Optional;
import org.heliograph.desk.deadletters.LetterActs;
import org.heliograph.desk.receipts.CopyNotices;
import org.heliograph.desk.receipts.CopyNoticesAutoConfiguration;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.RequestsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** My work, by clock. */
@AutoConfiguration(after = {RequestsAutoConfiguration.class, CopyNoticesAutoConfiguration.class})
public final class WorkPagesAutoConfiguration {

    @Bean
    WorkController workController(RequestFiles files, CopyNotices notices, ObjectProvider<LetterActs> letters) {
        return new WorkController(files, notices, Optional.ofNullable(letters.getIfAvailable()));
    }
}
