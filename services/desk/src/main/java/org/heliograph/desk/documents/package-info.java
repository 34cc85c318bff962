/** Alerts on falsified and abused travel documents: on documents, never on their holders. */
@NullMarked
package org.heliograph.desk.documents;

import org.jspecify.annotations.NullMarked;
