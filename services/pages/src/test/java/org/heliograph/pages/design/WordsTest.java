package org.heliograph.pages.design;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What all pages say around their content. */
class WordsTest {

    @Test
    void areTheSameInBothLanguages() throws IOException {
        SpokenWords.areTheSameInBothLanguages("pages");
    }
}
