/** What a caller may rely on when the database goes away in the middle of a call. */
@NullMarked
package org.heliograph.desk.storage;

import org.jspecify.annotations.NullMarked;
