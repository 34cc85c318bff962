/** Officers write requests: a page for each kind, drafts, and who would receive what. */
@NullMarked
package org.heliograph.desk.pages.submission;

import org.jspecify.annotations.NullMarked;
