/** How the officers' pages look and speak: layout, words, languages, what is said when something goes wrong. */
@NullMarked
package org.heliograph.pages.design;

import org.jspecify.annotations.NullMarked;
