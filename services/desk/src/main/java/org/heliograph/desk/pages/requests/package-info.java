/** Requests on pages: lists, one with its timeline, the next steps. */
@NullMarked
package org.heliograph.desk.pages.requests;

import org.jspecify.annotations.NullMarked;
