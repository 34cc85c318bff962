/** People in danger at sea. What is here informs; the alert itself goes to the rescue coordination centre. */
@NullMarked
package org.heliograph.desk.maritime;

import org.jspecify.annotations.NullMarked;
