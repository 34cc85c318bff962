/** Knowledge, plans, campaigns and capacity activities that the party published or that reached it. */
@NullMarked
package org.heliograph.desk.publications;

import org.jspecify.annotations.NullMarked;
