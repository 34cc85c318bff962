package org.heliograph.desk;

import java.util.Locale;
import org.heliograph.pages.design.Words;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words as the service has them. */
public final class Bundles {

    private Bundles() {}

    public static Words english() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/desk", "messages/pages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, Locale.ENGLISH);
    }
}
