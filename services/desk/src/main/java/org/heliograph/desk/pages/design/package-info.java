/** What the officers' pages have beside those of other services: a script, and what goes wrong at a desk alone. */
@NullMarked
package org.heliograph.desk.pages.design;

import org.jspecify.annotations.NullMarked;
