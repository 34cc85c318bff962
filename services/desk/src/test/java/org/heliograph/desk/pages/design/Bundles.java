package org.heliograph.desk.pages.design;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words as the service has them. */
public final class Bundles {

    private Bundles() {}

    public static Words english() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/desk");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, Locale.ENGLISH);
    }
}
