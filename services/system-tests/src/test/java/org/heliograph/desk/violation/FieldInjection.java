package org.heliograph.desk.violation;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public class FieldInjection {

    @Autowired
    @Nullable
    Clock clock;
}
