/** What a party can exchange, as a document for its developers: AsyncAPI, and the same as a page. */
@NullMarked
package org.heliograph.operations.catalogue;

import org.jspecify.annotations.NullMarked;
