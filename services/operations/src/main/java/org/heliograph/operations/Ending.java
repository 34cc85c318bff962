package org.heliograph.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The end of the application, which cuts every pause short. */
@Component
public final class Ending implements DisposableBean {

    private final CountDownLatch begun = new CountDownLatch(1);

    /** Pauses for as long as this, or until the end. */
    public boolean comesWithin(Duration pause) throws InterruptedException {
        return begun.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        begun.countDown();
    }
}
