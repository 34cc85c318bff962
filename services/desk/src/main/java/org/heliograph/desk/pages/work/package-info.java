/** What waits for the officers of a party. */
@NullMarked
package org.heliograph.desk.pages.work;

import org.jspecify.annotations.NullMarked;
